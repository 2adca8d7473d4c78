import type { Rule } from './rule.js';

/** What remains besides, and what the runner itself says of a site. */
export const LEFTOVER_RULES: readonly Rule[] = [
  {
    id: 'get-token',
    title: 'Auth.js’s token',
    kind: 'both',
    severity: 'warning',
    meaning: '`getToken()`, `encode()` or `decode()` of `next-auth/jwt`.',
    rewritten:
      '`getToken({ req })` whose presence, `sub`, `name`, `email` or `picture` is read asks Clerk as a session does (see [server-session](server-session.md)), by `auth()` in the App Router and its Server Functions, and `getAuth(req)` where the request is the Pages Router’s, or of Next’s own type in a file that no middleware loads. Where the token is handed on whole and no callback of the app’s fills it, `getToken()` of the generated module yields its fields. The raw token (`raw: true`) comes from `getToken()` of either: it is Clerk’s, and a follow-up says who hands it on.',
    left: 'The token is Clerk’s now, with other fields, and it can’t be made or read with the app’s secret: a claim of the app’s own is read, the token that a callback filled is handed on, its times are read, or it is made by hand. A request in a file that the middleware loads may be the middleware’s, where Clerk is asked in another way: hand its `auth` on.',
    todo: 'In the App Router read `(await auth()).sessionClaims`, in the Pages Router `getAuth(req).sessionClaims`. For the raw token (`raw: true`) call `getToken()` of `await auth()`; `getToken` of `@clerk/nextjs` 7 is for the browser alone. Tokens for other purposes need a library such as jose.',
    before: `import { getToken } from 'next-auth/jwt';
import type { NextRequest } from 'next/server';

export async function GET(req: NextRequest) {
  const token = await getToken({ req });
  return Response.json({ role: token?.role });
}`,
    after: `import { auth } from '@clerk/nextjs/server';

declare global {
  interface CustomJwtSessionClaims {
    /** {{user.public_metadata.role}} */
    role?: string;
  }
}

export async function GET() {
  const { sessionClaims } = await auth();
  return Response.json({ role: sessionClaims?.role });
}`,
    byHand: true,
    links: ['auth', 'claims', 'v4GetToken', 'v5Jwt'],
  },
  {
    id: 'auth-error',
    title: 'An error of Auth.js',
    kind: 'site',
    severity: 'warning',
    meaning: '`AuthError`, `CredentialsSignin` or another error that only Auth.js throws.',
    left: 'Nothing throws it any more, and what the code did with it belongs to the sign-in form.',
    todo: 'Clerk’s sign-in calls return `{ error }`. Requests to its API throw; `isClerkAPIResponseError()` of `@clerk/nextjs/errors` tells them apart.',
    before: `import { AuthError } from 'next-auth';

export const isAuthError = (error: unknown) => error instanceof AuthError;`,
    after: `import { isClerkAPIResponseError } from '@clerk/nextjs/errors';

export const isAuthError = (error: unknown) => isClerkAPIResponseError(error);`,
    links: ['useSignIn', 'v5Errors'],
  },
  {
    id: 'auth-address',
    title: 'An address of Auth.js',
    kind: 'site',
    severity: 'warning',
    meaning: 'A string such as `/api/auth/signin` or `/api/auth/session`.',
    rewritten:
      'A link to `/api/auth/signin` or `/api/auth/signout` becomes a button in `<SignInButton>` or `<SignOutButton>`; one to either, whichever applies, becomes both. `redirect()` on the server becomes `redirectToSignIn()` of `await auth()`, `router.push()` in a component a call of `useClerk()`, and what `getServerSideProps` or `next.config` redirects to the app’s page that holds Clerk’s form. Where to go then comes along. Code that asks `/api/auth/session` (`fetch`, axios, SWR) stays as it is: a generated route answers there with what Auth.js’s answered, where the generated module yields all that the app’s sessions hold.',
    left: 'Clerk answers at no such address. What is left is a request, a form or a redirect of other code, or says more than where to go then.',
    todo: `- A form that posts to sign out: \`<SignOutButton>\`.
- \`destination: '/api/auth/signin'\` of getServerSideProps or next.config: the app’s sign-in page, or Clerk’s Account Portal.
- \`/api/auth/csrf\` and \`/api/auth/providers\`: nothing; \`<SignIn/>\` needs no token and shows the providers by itself.
- A request that updates the session: \`user.update()\`, or a route of the app’s own. One that asks for it: \`useUser()\`.
- A provider’s callback (\`/api/auth/callback/github\`): Clerk has its own, which the connection in Clerk names.`,
    before: `export const SignInLink = () => <a href="/api/auth/signin">Sign in</a>;`,
    after: `import { SignInButton } from '@clerk/nextjs';

export const SignInLink = () => <SignInButton><button>Sign in</button></SignInButton>;`,
    links: ['nextjs', 'auth', 'v4Addresses'],
  },
  {
    id: 'end-to-end-sign-in',
    title: 'End-to-end tests that sign in',
    kind: 'follow-up',
    severity: 'warning',
    meaning:
      'Playwright or Cypress tests fill in the app’s sign-in form, ask Auth.js’s routes, or make its cookie to be signed in.',
    todo: `Install \`@clerk/testing\`, and have a user with a password, or an address with \`+clerk_test\` in it, in the development instance.

Playwright:

\`\`\`ts
import { clerk, clerkSetup } from '@clerk/testing/playwright';
import { test as setup } from '@playwright/test';

setup('sign in', async ({ page }) => {
  await clerkSetup();
  await page.goto('/'); // a page that is not protected and loads Clerk
  await clerk.signIn({ page, emailAddress: 'ada+clerk_test@example.com' });
  await page.context().storageState({ path: 'playwright/.clerk/user.json' });
});
\`\`\`

Cypress: \`clerkSetup({ config })\` in \`setupNodeEvents\` and \`addClerkCommands({ Cypress, cy })\` in the support file, both of \`@clerk/testing/cypress\`; then \`cy.visit('/')\` and \`cy.clerkSignIn({ strategy: 'password', identifier, password })\`. \`CLERK_SECRET_KEY\` and the publishable key have to be set where the tests run.`,
    links: ['testing', 'v5Testing'],
  },
  {
    id: 'auth-cookie',
    title: 'A cookie of Auth.js',
    kind: 'site',
    severity: 'error',
    meaning: 'The name of a cookie: `next-auth.session-token`, `authjs.csrf-token`.',
    rewritten:
      'A middleware that asks `req.cookies` for the session’s cookie, and does nothing with it but test it, asks `await auth()`.',
    left: 'Clerk’s session lives in a cookie of another name. A test for its mere presence let forged cookies pass.',
    todo: 'Ask `await auth()` (in the Pages Router `getAuth(req)`) whether somebody is signed in.',
    before: `import { cookies } from 'next/headers';

export const isSignedIn = async () => (await cookies()).has('next-auth.session-token');`,
    after: `import { auth } from '@clerk/nextjs/server';

export const isSignedIn = async () => (await auth()).isAuthenticated;`,
    byHand: true,
    links: ['auth', 'v4Cookies', 'v5Protecting'],
  },
  {
    id: 'test-mock',
    title: 'A mock in a test',
    kind: 'site',
    severity: 'warning',
    meaning: '`vi.mock()` or `jest.mock()` of a module of Auth.js.',
    rewritten:
      'A test follows the code that it may run. Where all of that asks the generated module now, the mock is of its `getSession()` or `useSession()`, and all that the test says of it stays. Where it asks Clerk’s packages, the mock stands in for them, through a module for tests that is generated beside the one for sessions: `mockSession()` says who is signed in, `mockSessionOnce()` for the next call alone, `mockUseSession()` for React’s hooks. Where the test says more of Auth.js’s function than what it yields, it says that of `sessionMock`, which holds the answer; where it puts a function of its own in Auth.js’s place, that goes on to answer, by `signedInBy()` on the server and `hooksBy()` for hooks. Where the app’s own callbacks live on and a part of the code asks each, both are mocked, by the one function. A person without an id has the id `user_test`. It belongs to the app’s runner: what resets the other mocks signs the person out. A mock of the module with the options goes: nothing loads it any more.',
    left: 'The file does more than mock the functions that ask who is signed in: it mocks others of Auth.js’s, expects the very object that it gave, or looks at how its own function was called. A test file moves as a whole or not at all, and what such a mock has to return follows from the code under test, which asks Clerk now.',
    todo: 'Mock `@clerk/nextjs` for components and `@clerk/nextjs/server` for server code, with the functions that the code imports.',
    before: `vi.mock('next-auth/react', () => ({
  useSession: () => ({ data: { user: { name: 'Ada' } }, status: 'authenticated' }),
  getProviders: vi.fn(),
}));`,
    after: `vi.mock('@clerk/nextjs', () => ({
  useUser: () => ({ isLoaded: true, isSignedIn: true, user: { fullName: 'Ada' } }),
}));`,
    byHand: true,
    links: ['testing', 'v5Testing'],
  },
  {
    id: 'test-mock-waits',
    title: 'A mock of what the code still asks',
    kind: 'site',
    severity: 'note',
    meaning:
      'A test mocks Auth.js, and code that it may run still asks Auth.js for the session; or what it says of a mock that is left to a person.',
    left: 'A test is moved with the code that it tests.',
    todo: 'Do what is left in the code and run the command again; what the test says of a mock moves with that.',
    waits: true,
    links: ['testing', 'v5Testing'],
  },
  {
    id: 'unhandled',
    title: 'A use that no transform knows',
    kind: 'site',
    severity: 'warning',
    meaning: 'The code uses something of Auth.js for which there is no rule here.',
    left: 'Nothing is known of it, and so nothing is changed.',
    todo: 'Look the function up in Clerk’s guide. If it is common, a new transform is welcome: see CONTRIBUTING.md.',
    before: `import { __NEXTAUTH } from 'next-auth/react';

export const basePath = () => __NEXTAUTH.basePath;`,
    links: ['guide', 'v4Options', 'v5Reference'],
  },
  {
    id: 'unhandled-import',
    title: 'A module loaded in an unusual way',
    kind: 'site',
    severity: 'warning',
    meaning: 'A module of Auth.js is loaded by `import()`, `import x = require()` or the like.',
    left: 'What the code then does with the module is not followed.',
    todo: 'Import the names that are used, and run the command again; or remove the import by hand.',
    before: `export const load = () => import('next-auth/react');`,
    links: ['guide', 'v5Reference'],
  },
  {
    id: 'import-in-use',
    title: 'An import that is still used',
    kind: 'site',
    severity: 'note',
    meaning: 'An import of Auth.js of which at least one use stays, or a re-export for code that still uses it.',
    left: 'An import goes only with its last use. The uses are listed with rules of their own.',
    todo: 'Nothing: do what is left of its uses, and remove it with the last.',
    waits: true,
    links: ['guide', 'v5Migration'],
  },
  {
    id: 'unused-import',
    title: 'An import that nothing used',
    kind: 'site',
    severity: 'note',
    meaning: 'A name of Auth.js was imported and never used.',
    rewritten: 'The import is removed.',
    before: `import { useSession } from 'next-auth/react';

export const Hello = () => <p>Hello</p>;`,
    after: `export const Hello = () => <p>Hello</p>;`,
    links: ['guide', 'v5Migration'],
  },
  {
    id: 'not-selected',
    title: 'A transform that did not run',
    kind: 'site',
    severity: 'note',
    meaning: 'The site belongs to a transform that `--transform` left out.',
    left: 'Only the transforms that were named run.',
    todo: 'Run the command without `--transform`.',
    waits: true,
    links: ['guide', 'v5Migration'],
  },
  {
    id: 'outside-path',
    title: 'Outside of the path',
    kind: 'site',
    severity: 'note',
    meaning:
      'The site lies outside of the path that was given (another folder, the manifest, an env file, the root middleware), or in a file that was left out: by `--ignore`, or by somebody who skipped it.',
    left: 'The path limits what may be edited. The app is read whole all the same, and what needs Auth.js on account of such a file stays.',
    todo: 'Give the app’s folder or the monorepo’s root, or run the command again without leaving the file out.',
    waits: true,
    links: ['guide', 'v5Migration'],
  },
  {
    id: 'formatting',
    title: 'Files that a formatter has to go over',
    kind: 'follow-up',
    severity: 'note',
    meaning:
      'The app names prettier, oxfmt or biome in a package.json. Changed files that passed it before are formatted with it, where it is installed; a file that did not pass stays as edited.',
    todo: 'It was not installed, or failed. Install it, and run the command that the report names. `--no-format` leaves all files as edited.',
    links: ['guide', 'v5Migration'],
  },
  {
    id: 'file-error',
    title: 'A file that could not be processed',
    kind: 'site',
    severity: 'error',
    meaning: 'The file does not parse, or rewriting it failed. It is byte for byte what it was.',
    left: 'The list of errors in the report says why.',
    todo: 'Mend the syntax error and run the command again. A failure of a transform is a bug: please report it with the file.',
    links: ['guide', 'v5Migration'],
  },
  {
    id: 'leftover',
    title: 'A reference that is left',
    kind: 'site',
    severity: 'error',
    meaning: '`check` found a reference to Auth.js.',
    left: '`check` only looks: it says where something is left, not why.',
    todo: 'Run the command with `--dry-run`: it names the rule of each site. A variable that code of the app’s own still reads is a follow-up of `check`, and no leftover.',
    links: ['guide', 'v5Migration'],
  },
];
