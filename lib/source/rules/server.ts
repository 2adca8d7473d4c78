import type { Rule } from './rule.js';

/** The session on the server, and values that are followed on either side. */
export const SERVER_RULES: readonly Rule[] = [
  {
    id: 'server-session',
    title: 'The session on the server',
    kind: 'site',
    severity: 'note',
    meaning:
      'A call that yields the session on the server: `getServerSession()`, `unstable_getServerSession()`, `getSession({ req })`, or `auth()` of next-auth 5.',
    rewritten:
      'What the code reads of the session decides what it asks Clerk for. Presence alone becomes `isAuthenticated` of `await auth()`; the id becomes `getUserId()` of a generated module, which yields the id that the app’s tables hold; name, email or image become `await currentUser()`. In the Pages Router the calls are `getAuth(req)`, and `getUserId(req)` and `getUser(req)` of the generated module. An element of `Promise.all([…])` is followed into its constant. A session that nothing reads is removed, one that is handed on where nobody can be signed in is null, and a call of `unstable_update()` goes where nothing of its data lasts: the app’s callbacks make the session anew each time. `--profile` says where profiles are read.',
    todo: '`currentUser()` is a request to Clerk’s API at each call, where a session of Auth.js cost none. On a hot path read a claim of `(await auth()).sessionClaims` in its place.',
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Page() {
  const session = await getServerSession(authOptions);
  if (!session) return <p>Signed out</p>;
  return <p>{session.user?.name}</p>;
}`,
    after: `import { currentUser } from '@clerk/nextjs/server';

export default async function Page() {
  const user = await currentUser();
  if (!user) return <p>Signed out</p>;
  return <p>{user.fullName}</p>;
}`,
    links: ['auth', 'serverUser', 'nextjs', 'v4Server', 'v5Session'],
  },
  {
    id: 'session-escapes',
    title: 'A session that is handed on',
    kind: 'site',
    severity: 'warning',
    meaning:
      'The session, or its user, leaves the code that asked for it: as an argument, a prop, a return value, in a spread, in state.',
    left: 'What receives it reads fields that this tool does not see, and Clerk’s user has other names for them. Where the app’s sessions hold nothing but Auth.js’s own fields, the call asks a generated module (see [session-bridge](session-bridge.md)). Here they hold more, or what they hold can’t be told from `callbacks.session` and the types, or the call has a form that can’t be exchanged alone.',
    todo: `- Hand on what the receiver reads: the id, the name, and not the session.
- Or build the old shape from Clerk’s user in one function, with the app’s own fields (see [session-custom-field](session-custom-field.md)), and hand on that. \`User\` is an instance of a class: a client component takes only a plain object.`,
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function getCurrentUser() {
  const session = await getServerSession(authOptions);
  return session?.user;
}`,
    after: `import { currentUser } from '@clerk/nextjs/server';

export async function getCurrentUser() {
  const user = await currentUser();
  if (!user) return undefined;
  return {
    id: user.externalId ?? user.id,
    name: user.fullName,
    email: user.primaryEmailAddress?.emailAddress ?? null,
    image: user.imageUrl,
  };
}`,
    links: ['serverUser', 'user', 'v4Server', 'v5Session'],
  },
  {
    id: 'session-unused',
    title: 'A session that nothing reads',
    kind: 'site',
    severity: 'note',
    meaning: 'The session is asked for, and no code reads the answer.',
    rewritten: 'The whole declaration is removed where it stands alone.',
    left: 'Where one statement declares more than the session, taking a part of it out could change what else it does.',
    todo: 'Remove the call.',
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { getPosts } from '@/lib/posts';

export default async function Page() {
  const [session, posts] = await Promise.all([getServerSession(authOptions), getPosts()]);
  return <p>{posts.length}</p>;
}`,
    byHand: true,
    links: ['auth', 'v4Server', 'v5Session'],
  },
  {
    id: 'session-custom-field',
    title: 'A field of the app’s own',
    kind: 'site',
    severity: 'warning',
    meaning:
      'The code reads a field that Auth.js’s callbacks or `declare module "next-auth"` put into the session: `session.user.role`, `session.accessToken`, also `session.expires`.',
    left: 'Clerk knows nothing of the field. Whether it belongs into metadata or stays in the app’s own table is a decision about the data.',
    todo: `- A column of the app’s user table: read the row by the id of the person.
- A field that no table holds: move it into \`publicMetadata\` when the users are imported. On the server \`user.publicMetadata.role\`, in the browser \`user.publicMetadata.role\` of \`useUser()\`.
- A field that each request reads: add a claim, \`{"role": "{{user.public_metadata.role}}"}\`, and read \`sessionClaims.role\`. The claims of a token may take 1.2 KB in all.
- \`accessToken\`: \`(await clerkClient()).users.getUserOauthAccessToken(userId, 'github')\` on the server, with Clerk’s id; the token is \`data[0]?.token\` of the answer. There is no counterpart in the browser.
- \`session.expires\`: in the browser \`session.expireAt\` of Clerk’s \`useSession()\`. The server’s token lives for about a minute and is renewed by itself; code that only watched for the end of the session may go.
- Roles of the app are no roles of Clerk: \`has({ role })\` and \`auth.protect({ role })\` ask for a role in an organization.`,
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function isAdmin() {
  const session = await getServerSession(authOptions);
  return session?.user.role === 'admin';
}`,
    after: `import { auth } from '@clerk/nextjs/server';

declare global {
  interface CustomJwtSessionClaims {
    /** {{user.public_metadata.role}} */
    role?: string;
  }
}

export async function isAdmin() {
  const { sessionClaims } = await auth();
  return sessionClaims?.role === 'admin';
}`,
    links: ['claims', 'serverUser', 'v4SessionCallback', 'v5Extending'],
  },
  {
    id: 'session-secret',
    title: 'A secret in the session',
    kind: 'both',
    severity: 'warning',
    meaning:
      'Auth.js’s callbacks put a secret of the sign-in into the session, a provider’s token mostly, and code reads it: `session.accessToken`.',
    rewritten:
      'The call asks the generated module, which yields all that the session held but the secret: no metadata and no session token of Clerk’s may hold one. Where code reads it off the session none the less, an error says so, so that nobody goes on with `undefined`; what is copied or sent leaves it out. The type keeps it, so that the code compiles. Where the app’s own callbacks live on and take a provider’s token from `account`, sessions on the server hold it as before, asked of Clerk by `getUserOauthAccessToken()`; those of the browser have none, and the code that reads it there is what is left to you.',
    left: 'The token is Clerk’s to keep and to renew, and is asked for in another way, by the server.',
    todo: `- A provider’s \`accessToken\`: \`(await clerkClient()).users.getUserOauthAccessToken(userId, 'github')\` on the server, with Clerk’s id; the token is \`data[0]?.token\` of the answer. A client component gets it through a Server Action or a route of the app’s own, better still the answer that it was wanted for.
- A token by which another server of yours knows the person: \`getToken()\` of \`await auth()\`, and of \`useAuth()\` in the browser. That server verifies it as Clerk’s, by its \`iss\` and keys.
- \`refreshToken\` and \`idToken\`: Clerk renews by itself; a provider’s logout address that wants an \`id_token_hint\` has to be asked without.
- A password or its digest belongs into no session.`,
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  return fetch('https://api.github.com/user/repos', { headers: { Authorization: \`Bearer \${session?.accessToken}\` } });
}`,
    after: `import { auth, clerkClient } from '@clerk/nextjs/server';

export async function GET() {
  const { userId } = await auth();
  if (!userId) return new Response(null, { status: 401 });
  const { data } = await (await clerkClient()).users.getUserOauthAccessToken(userId, 'github');
  return fetch('https://api.github.com/user/repos', { headers: { Authorization: \`Bearer \${data[0]?.token}\` } });
}`,
    byHand: true,
    links: ['claims', 'serverUser', 'v4SessionCallback', 'v5Extending'],
  },
  {
    id: 'session-user-id',
    title: 'An id or a profile without a helper module',
    kind: 'site',
    severity: 'warning',
    meaning:
      'The code reads the id of the person, or (in the Pages Router) a profile, for which a generated module is needed.',
    left: 'The module can’t be written here: its place is taken by a file of the app’s own, or lies outside of the path that was given.',
    todo: 'The app’s tables hold the former id of a migrated person. Read it as `user.externalId ?? user.id`; `auth().userId` is always Clerk’s own id, and finds no row of a migrated person. In the Pages Router ask `getAuth(req)` in place of `await auth()`.',
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function getUserId() {
  const session = await getServerSession(authOptions);
  return session ? session.user.id : null;
}`,
    after: `import { auth, clerkClient } from '@clerk/nextjs/server';

export async function getUserId() {
  const { userId } = await auth();
  if (!userId) return null;
  const user = await (await clerkClient()).users.getUser(userId);
  return user.externalId ?? user.id;
}`,
    links: ['auth', 'claims', 'v4Server', 'v5Session'],
  },
  {
    id: 'session-bridge',
    title: 'A session from the generated module',
    kind: 'site',
    severity: 'note',
    meaning:
      'The session is handed on whole (returned, passed to a function or a component, put into a context), or is used in another way that is not rewritten. What reads it further on is not followed.',
    rewritten:
      'The call asks the generated module, which yields a session of the same shape from Clerk: `getSession()` of `clerk-session` on the server, `useSession()` of `clerk-session-client` in client components. All that reads the session stays as it is. Where the call is `auth()` of a module of the app’s own, and `NextAuth()` goes from there, that module exports `getSession` by the name `auth` and its callers stay as they are. It is done where the app’s sessions hold nothing beyond Auth.js’s own fields, by `callbacks.session` and the types, and where the app’s own callbacks can be kept (see [session-callbacks](session-callbacks.md)). In the latter case the hook asks a generated route, `/api/clerk-session`, as Auth.js’s asked `/api/auth/session`: once for all components, and anew when Clerk’s session or user changes, after `update()`, and when the page is looked at again. `--no-bridge` leaves such calls to you.',
    todo: `- Set the claims of \`clerk.patch.json\` (see [session-claims](session-claims.md)). Until then \`getSession()\` asks Clerk’s API at each call.
- \`expires\` is the end of Clerk’s token on the server, about a minute away, and that of the session in the browser. Code that shows it or reckons with it has to change.
- Name, email and image are Clerk’s, and on the server up to a minute old.
- A middleware that sends signed-in people elsewhere has to let them reach \`/api/clerk-session\`.
- The module is yours: take its place where it stands in the way, by \`auth()\` and \`currentUser()\` on the server, \`useAuth()\` and \`useUser()\` in components.`,
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function getViewer() {
  const session = await getServerSession(authOptions);
  return session?.user;
}`,
    after: `import { getSession } from '@/lib/clerk-session';

export async function getViewer() {
  const session = await getSession();
  return session?.user;
}`,
    links: ['auth', 'claims', 'v4Server', 'v5Session'],
  },
  {
    id: 'session-callbacks',
    title: 'The app’s own callbacks live on',
    kind: 'follow-up',
    severity: 'note',
    meaning:
      'The sessions hold fields that `callbacks.session` and `callbacks.jwt` put there, and code on the server asks for such a session.',
    rewritten:
      'The callbacks move, word for word, out of the options into `export const sessionCallbacks` beside them (out of the `[...nextauth]` route into `session-callbacks.ts` beside the generated module), and `getSession()` of the generated module runs them on what Clerk knows of the person. It is done where they need nothing that only a sign-in knows (`account`, `profile`), nothing of Auth.js, and nothing of a function in which the options are made. `trigger` is `signIn` at each call, so what they do on an update alone does not run; where they read more of the user than id, name, email and image, the row comes from the client that `PrismaAdapter` was given. Options that stay spread `sessionCallbacks`.',
    todo: `- The \`jwt\` callback kept its token between requests; now it begins anew at each call, with the \`user\` that it had at a sign-in. See that it asks the database no more than it should.
- A person without a row in the user table has no session where the callbacks read the row. A webhook of Clerk’s (\`user.created\`) writes it.
- A field that is asked for at each request can be a session claim in its place: put the field into public metadata, and read it from \`sessionClaims\`.`,
    before: `import type { NextAuthOptions } from 'next-auth';
import { roleOf } from './roles';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    async session({ session, token }) {
      session.user.role = await roleOf(token.sub);
      return session;
    },
  },
};`,
    links: ['claims', 'v4SessionCallback', 'v4JwtCallback', 'v5Extending'],
  },
  {
    id: 'session-unguarded',
    title: 'An id that is read without a test',
    kind: 'site',
    severity: 'warning',
    meaning: 'The code reads `session.user.id` and does not test before whether anybody is signed in.',
    left: 'Where nobody is signed in, `session.user.id` throws. An id that is null would go on: into a query, where it may match more than it should.',
    todo: 'Say what happens to a visitor who is signed out, then read the id.',
    before: `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function currentId() {
  const session = await getServerSession(authOptions);
  return session.user.id;
}`,
    after: `import { auth } from '@clerk/nextjs/server';

export async function currentId() {
  const { userId } = await auth();
  if (!userId) throw new Error('Signed out');
  return userId; // Clerk’s id; for the former one see session-user-id
}`,
    links: ['auth', 'v4Server', 'v5Protecting'],
  },
];
