import type { Rule } from './rule.js';

/** What sets Auth.js up: its options, route, adapter, types, packages and variables. */
export const SET_UP_RULES: readonly Rule[] = [
  {
    id: 'auth-config',
    title: 'The set-up of Auth.js',
    kind: 'site',
    severity: 'note',
    meaning:
      'The `[...nextauth]` route, `NextAuth()`, its options, its adapter and providers, and `declare module "next-auth"`.',
    rewritten:
      'All of it goes once no code reads a session or a token of Auth.js any more, also where a sign-in form is still left to you: a route that is kept for the form would sign people in where nothing looks. A file that holds nothing else is deleted; code of the app’s own beside it stays. What the options configured is listed as something to do.',
    before: `import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };`,
    links: ['guide', 'v4Options', 'v5Reference'],
  },
  {
    id: 'auth-config-in-use',
    title: 'The set-up stays while code needs it',
    kind: 'site',
    severity: 'note',
    meaning: 'A part of the set-up, or code that reads the options.',
    left: 'Somewhere in the app a session or a token of Auth.js is still read, or the module of `NextAuth()` still imported, and without the set-up that code would break.',
    todo: 'Nothing, in the set-up itself: do what is left elsewhere and run the command again, and it goes. Code that reads the options (`authOptions.pages?.signIn`) has to write the value out.',
    waits: true,
    links: ['guide', 'v4Options', 'v5Reference'],
  },
  {
    id: 'auth-config-sign-in-callback',
    title: 'A callback decides who may sign in',
    kind: 'site',
    severity: 'error',
    meaning:
      'The options have a `callbacks.signIn` that can turn people away: by domain, by invitation, by a ban in the database.',
    left: 'Clerk does not run it, and no code can stand in for it at a sign-in: who signs in is decided on Clerk’s pages. The set-up around it goes; the callback’s own code stays, as `signInCheck` in the same file, under a comment, with nobody calling it. Where it can’t stand alone (it comes from another module, uses Auth.js itself or what a function around it has), it stays as a comment in its place. Where it stood in a route, which goes, the comment is in a file of its own, `former-callbacks`.',
    todo: 'Before anybody signs in through Clerk, set the restrictions of the Clerk instance accordingly (allowlist, blocklist, invitations, banned users); what they can’t express, the app tests where it reads the session, by calling `signInCheck.signIn()`. Then remove the comment and what is not called.',
    before: `import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    signIn: ({ user }) => user.email?.endsWith('@example.com') ?? false,
  },
};`,
    links: ['restrictions', 'v4SignInCallback', 'v5Reference'],
  },
  {
    id: 'session-metadata',
    title: 'Sessions take fields from the public metadata',
    kind: 'site',
    severity: 'error',
    meaning:
      'The app’s sessions hold fields of its own, and the `callbacks.jwt` or `callbacks.session` that filled them can’t run without Auth.js: they read what a provider says at the sign-in, write to the database there, or come from a function that can’t be followed. The generated `getSession()` and `useSession()` take these fields from the public metadata of Clerk’s user, so that all code that reads them stays as it is. Ids that the app’s types or `callbacks.session` make numbers of (`Number(token.id)`) are numbers of `externalId`, and an id that is none is an error. Secrets are left out (see [session-secret](session-secret.md)).',
    left: 'Nobody has filled the metadata in yet, and only the app knows what belongs there. Who lacks a field is let in nowhere: an empty field must not open a door. The callbacks’ own code stays, as `formerCallbacks` in the same file, under a comment, with nobody calling it; where it can’t stand alone it is a comment, and where it stood in a route it is one in a file of its own.',
    todo: 'Set the metadata of each user: at the import (`users export --map role=publicMetadata.role`), for newcomers by a webhook on `user.created`, and wherever the app changes what a field comes from, by `(await clerkClient()).users.updateUserMetadata()`. The browser can read them, as it could read Auth.js’s session. They are in the session token (`clerk.patch.json`), which has room for 1.2 KB, and is up to a minute old. Then remove what nothing calls. `--custom-fields callbacks` leaves such reads to you instead; `--custom-fields metadata` takes all fields from the metadata, also where the callbacks could live on.',
    before: `import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    jwt({ token, profile }) {
      if (profile) token.plan = planOf(profile);
      return token;
    },
    session({ session, token }) {
      session.user.plan = token.plan;
      return session;
    },
  },
};`,
    links: ['claims', 'serverUser', 'v4SessionCallback', 'v5Extending'],
  },
  {
    id: 'auth-config-providers',
    title: 'Sign-in methods',
    kind: 'follow-up',
    severity: 'warning',
    meaning: 'The options named the providers by which people sign in.',
    rewritten:
      '`clerk.patch.json` turns on what Clerk has a documented key for: `connection_oauth_*`, links by mail (`auth_email`), passwords (`auth_password`), and the lifetime of a session where `session.maxAge` is a number. Passwords are turned off where the options had none, since a new instance asks everybody for one. What stands in the file already stays.',
    todo: 'Look at it with `npx clerk@latest config patch --file clerk.patch.json --dry-run`, and set it without `--dry-run`; the Dashboard has the same settings. Development needs no client id; production needs the app’s own, with Clerk’s address as the callback. `azure-ad` and `microsoft-entra-id` are `oauth_microsoft`, `twitter` is `oauth_x`, `linkedin` is `oauth_linkedin_oidc`; others (Auth0, Okta, Keycloak, Cognito) are custom connections.',
    links: ['guide', 'v4Providers', 'v5OAuth'],
  },
  {
    id: 'auth-config-callback',
    title: 'A callback went with the options',
    kind: 'follow-up',
    severity: 'warning',
    meaning: 'The options had code of the app’s own in `callbacks.jwt`, `callbacks.session` or `callbacks.redirect`.',
    todo: `- What \`jwt\` and \`session\` put into the session becomes a session claim, or public metadata that the user import sets.
- What they read from the database is read where it is needed, by the person’s id.
- \`redirect\`: \`NEXT_PUBLIC_CLERK_SIGN_IN_FALLBACK_REDIRECT_URL\` and \`NEXT_PUBLIC_CLERK_SIGN_IN_FORCE_REDIRECT_URL\`, or the props of the same name.`,
    links: ['claims', 'variables', 'v4Callbacks', 'v5Reference'],
  },
  {
    id: 'auth-config-event',
    title: 'An event went with the options',
    kind: 'follow-up',
    severity: 'warning',
    meaning: 'The options ran code of the app’s own on an event: a first sign-in, a sign-out, a linked account.',
    rewritten: `Where rows of users are written by a generated webhook, the code of \`createUser\`, \`updateUser\`, \`linkAccount\` and \`signIn\` moves to \`lib/clerk-users-events\`, with its imports, and goes on running, if a user’s row is all that it reads:

- \`createUser\` once a row was written; \`linkAccount\` then too, for each account at a provider that the person brings along.
- \`updateUser\` when a row changed with what Clerk knows.
- \`signIn\` at each \`session.created\`, which the endpoint has to ask for.

Code that fails is not run again for the same row.`,
    todo: 'Run it from a webhook of Clerk’s (`user.created`, `session.created`, …). Verify the request by `verifyWebhook()` of `@clerk/nextjs/webhooks`, keep its route public, and expect an event twice or late.',
    after: `import { verifyWebhook } from '@clerk/nextjs/webhooks';
import type { NextRequest } from 'next/server';

export async function POST(req: NextRequest) {
  const event = await verifyWebhook(req); // reads CLERK_WEBHOOK_SIGNING_SECRET
  if (event.type === 'user.created') console.log(event.data.id);
  return new Response('ok');
}`,
    links: ['webhooks', 'v4Events', 'v5Events'],
  },
  {
    id: 'auth-config-adapter',
    title: 'New users need a row',
    kind: 'follow-up',
    severity: 'warning',
    meaning: 'The adapter wrote the row of a person into the app’s database at the first sign-in.',
    rewritten: `Where the adapter is Prisma’s or Drizzle’s own and the table needs nothing that Clerk does not know, two files are generated: \`lib/clerk-users\` writes a row through the app’s own client, and the route \`/api/webhooks/clerk\` calls it.

- The route believes nothing but Clerk’s signature (\`verifyWebhook()\`), and has to stay public.
- It asks Clerk what holds now, and not the event: one that comes twice, late or in another order changes nothing wrong.
- A row is found by \`externalId\`, or by Clerk’s id, else by the verified address, unless Clerk knows the row as another user’s. Its id becomes the \`externalId\` where it is another than Clerk’s own.
- What Clerk has (name, verified address, picture) goes into the row; what it has not stays, and so do the app’s own columns.
- A row goes with its person only where nothing but Auth.js’s own tables refers to it; else it stays.

With \`--sync on-demand\` there is no route, and the generated \`getUserId()\` and \`getSession()\` write the row of whoever has none; \`--sync both\` does both, \`--sync none\` neither.`,
    todo: 'Add the endpoint in the Clerk Dashboard and set `CLERK_WEBHOOK_SIGNING_SECRET`. Where nothing was generated: write the row from a webhook (`user.created`), or at the first request of a person without one. Keep the tables that foreign keys point at; `accounts`, `sessions` and verification tokens may go. A webhook may come after the first request: code that needs the row has to bear its absence, or call `ensureUser()`.',
    links: ['webhooks', 'v4Adapters', 'v5Database'],
  },
  {
    id: 'auth-config-page',
    title: 'A page of the options',
    kind: 'follow-up',
    severity: 'note',
    meaning:
      'The options named a page of the app’s own: `pages.signIn`, `pages.error`, `pages.newUser`, `pages.verifyRequest`.',
    todo: 'Put `<SignIn/>` on the sign-in page (as `[[...sign-in]]`, or with `routing="hash"`) and see that `NEXT_PUBLIC_CLERK_SIGN_IN_URL` names it where the app is built and deployed; the run writes it into the env files. For `newUser` there is `NEXT_PUBLIC_CLERK_SIGN_UP_FORCE_REDIRECT_URL`. Clerk shows errors and waits for codes itself.',
    links: ['variables', 'v4Pages', 'v5Reference'],
  },
  {
    id: 'auth-config-code',
    title: 'Code that only the set-up called',
    kind: 'follow-up',
    severity: 'note',
    meaning:
      'A function or a class of the app’s own that nothing but Auth.js’s options called: it compared a password, sent a mail, asked a provider. It went with them, also where it stood in another file and named a type or a part of Auth.js.',
    todo: 'See whether Clerk does the same by itself: passwords, mails with codes and links, and tokens of providers are its own. What is left of it, run from a webhook (`user.created`, `session.created`); its code is in git.',
    links: ['guide', 'v4Options', 'v5Reference'],
  },
  {
    id: 'auth-config-test',
    title: 'Tests of the set-up',
    kind: 'follow-up',
    severity: 'note',
    meaning:
      'Tests of parts of Auth.js’s set-up, by which nothing of the app is tested any more: of an adapter, of providers, of the code that events ran.',
    rewritten:
      'They went with what they tested: each test that used such a part, each group of which no test stays, and the file where none is left. A test is one of the set-up where its file is named for the file of the part (`adapter.test.ts`), or takes nothing else of the app’s code. Of options of which callbacks live on, tests of these stay. Where tests of other code could not be told from them, the part stays, and so do its tests.',
    todo: 'Nothing, where Clerk does what they tested. What the app goes on doing by itself wants a test where it does it; git has the old one.',
    links: ['guide', 'v4Options', 'v5Reference'],
  },
  {
    id: 'auth-config-session',
    title: 'The session’s strategy or lifetime',
    kind: 'follow-up',
    severity: 'note',
    meaning: 'The options set `session`.',
    todo: 'Lifetimes are settings of the Clerk instance. A token lives for about a minute and is refreshed by itself; the strategy has no counterpart.',
    links: ['session', 'v4SessionOption', 'v5Strategies'],
  },
  {
    id: 'auth-config-setting',
    title: 'A setting of the options',
    kind: 'follow-up',
    severity: 'warning',
    meaning:
      'The options, or one of their providers, set something for which Clerk has another place: `cookies`, `theme`, `debug`, `logger`, `jwt`, `experimental`; a provider’s scopes, its `profile()`, `allowDangerousEmailAccountLinking`, `sendVerificationRequest`.',
    todo: 'The follow-up says where each is now. Mind `profile()`, which filled columns of a newcomer’s row: nobody fills them any more until `insertRow()` of the generated `lib/clerk-users` does, or a webhook; and scopes, without which a provider’s token may do less than before.',
    links: ['guide', 'v4Options', 'v5Reference'],
  },
  {
    id: 'credentials-authorize',
    title: 'Passwords move to Clerk',
    kind: 'follow-up',
    severity: 'error',
    meaning: 'The app checked passwords itself, in `authorize()` of the credentials provider.',
    todo: 'Import the users with their hashes: `createUser({ passwordDigest, passwordHasher: "bcrypt", externalId })`, and nobody has to choose a new password. Checks besides the password (a ban, a verified address) become restrictions of the instance.',
    links: ['guide', 'restrictions', 'v4Credentials', 'v5Credentials'],
  },
  {
    id: 'session-claims',
    title: 'The claims of the generated module',
    kind: 'follow-up',
    severity: 'warning',
    meaning:
      'The generated module reads from the session token what Clerk does not put there by itself: `getUserId()` the id that the app’s tables hold, `getSession()` name, email and image too. `clerk.patch.json` holds the claims that it reads.',
    todo: 'Add them: `npx clerk@latest config patch --file clerk.patch.json --dry-run` shows the change, and without `--dry-run` it is made. In the Dashboard: Sessions, “Customize session token”, with what stands under `claims`. Until then the module is right, only slower: it asks Clerk’s API at each call. All claims of a token together may take 1.2 KB.',
    links: ['claims', 'v4JwtCallback', 'v5Extending'],
  },
  {
    id: 'auth-augmentation',
    title: 'Types of Auth.js’s session',
    kind: 'site',
    severity: 'note',
    meaning: '`declare module "next-auth"` or `"next-auth/jwt"`.',
    left: 'Code still reads the types that it describes.',
    todo: 'It goes with the last use of Auth.js. What the app needs of it becomes `interface CustomJwtSessionClaims` or `interface UserPublicMetadata` in `declare global`.',
    waits: true,
    links: ['claims', 'v4Types', 'v5Types'],
  },
  {
    id: 'session-types',
    title: 'Auth.js’s types of data',
    kind: 'site',
    severity: 'note',
    meaning:
      'Code is typed by what Auth.js stores and hands out: `Session`, `User`, `JWT`, `Account`, `Profile`, a row of an adapter’s tables, or `Awaited<ReturnType<typeof auth>>`.',
    rewritten:
      'The generated module declares the same type, as Auth.js and the app’s `declare module "next-auth"` described it, and the import leads there. Nothing else in the file changes, and the types need no package of Auth.js any more. What says no more than a line is written out: `ISODateString`, `Awaitable<T>`, `AdapterAccount["type"]` in the schema of a database. What a provider or an adapter is typed with stays with it. `--no-bridge` leaves the others to you, as [auth-type](auth-type.md).',
    before: `import type { ISODateString } from 'next-auth';
import type { AdapterAccount } from 'next-auth/adapters';

export interface Link {
  kind: AdapterAccount['type'];
  expires: ISODateString;
}`,
    after: `export interface Link {
  kind: 'oauth' | 'email' | 'credentials';
  expires: string;
}`,
    links: ['serverUser', 'user', 'v4Types', 'v5Types'],
  },
  {
    id: 'auth-type',
    title: 'A type of Auth.js',
    kind: 'site',
    severity: 'warning',
    meaning:
      'Code is typed by a type of Auth.js that [session-types](session-types.md) does not take: `Adapter`, `SignInResponse`, the type of a function (`typeof signIn`), or any where no module can be generated.',
    left: 'Clerk’s types of the same names have other fields, and what flows through is the app’s decision.',
    todo: 'Give the code a type of the app’s own with the fields that it reads. Clerk’s own are `User` of `@clerk/nextjs/server` on the server and `UserResource` in the browser: from `@clerk/nextjs/types` in Clerk 7, from `@clerk/types` in Clerk 6. What read `JWT` reads `(await auth()).sessionClaims`.',
    before: `import type { SignInResponse } from 'next-auth/react';

export const hasFailed = (response: SignInResponse | undefined) => response?.ok === false;`,
    after: `export const hasFailed = (result: { error: unknown }) => result.error !== null;`,
    links: ['serverUser', 'user', 'v4Types', 'v5Types'],
  },
  {
    id: 'dependency',
    title: 'A package of Auth.js',
    kind: 'both',
    severity: 'note',
    meaning: 'A package of Auth.js in a package.json: next-auth, an adapter, `@auth/core`.',
    rewritten:
      'It is taken out when no code below the manifest imports it, and `@clerk/nextjs` is put in; overrides, resolutions and catalogs that name it lose it as well. Packages that only the set-up imported (a password’s hash, a mail’s transport) go with it, and their `@types`. React goes up by a patch where Clerk asks for that. Lock files are the package manager’s: run its install command.',
    left: 'Code still imports it.',
    todo: 'Do what is left in the code and run the command again.',
    waits: true,
    links: ['nextjs', 'v5Migration'],
  },
  {
    id: 'env-variable',
    title: 'A variable of Auth.js',
    kind: 'both',
    severity: 'note',
    meaning:
      'A variable that Auth.js reads (`NEXTAUTH_URL`, `AUTH_SECRET`, `AUTH_GITHUB_ID`, …), in code, an env file or a deployment file.',
    rewritten:
      'Once no code of the app loads Auth.js any more, a variable that nothing else reads goes from `.env` files, Dockerfiles, compose files, workflows, `turbo.json`, `app.json` and `vercel.json`, and from env schemas (t3-env, zod, `ProcessEnv`), and so do those that only the removed providers read (`GITHUB_CLIENT_SECRET`). Clerk’s two keys come where Auth.js’s secret stood, without a value. In an env file that git holds no copy of, a line with a value becomes a comment: provider secrets are needed again, in the Clerk instance. No value is printed or put into a report.',
    left: 'Something else reads it (the app’s own address is often taken from `NEXTAUTH_URL`, a key from `NEXTAUTH_SECRET`), or Auth.js’s set-up is still there, or it stands in a file whose form is not known: a script, a chart, several variables on one line.',
    todo: 'Set `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY` and `CLERK_SECRET_KEY` (`npx clerk@latest env pull` writes them): without them every request fails. A variable that the app itself reads is its own now: keep it set wherever it is deployed, or rename it. Client ids and secrets of providers move into the Clerk instance.',
    waits: true,
    links: ['variables', 'v4Options', 'v5Variables'],
  },
];
