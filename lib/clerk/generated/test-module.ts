import type { MockHelper } from '../helpers.js';
import { MARKER, readSessionModule } from './session-module.js';

/** The test runner of the app: its mocks are of its own make. */
export type TestRunner = 'vitest' | 'jest' | 'jest_globals';

/** What the generated module for tests has to offer, and for whom. */
export interface TestModule {
  readonly helpers: ReadonlySet<MockHelper>;
  readonly runner: TestRunner;
  readonly typescript: boolean;
}

const IMPORTS: Readonly<Record<TestRunner, string>> = {
  vitest: 'import { vi } from "vitest";\n\n',
  jest: '\n',
  jest_globals: 'import { jest } from "@jest/globals";\n\n',
};

const SERVER: readonly MockHelper[] = ['mockSession', 'mockSessionOnce', 'sessionMock', 'signedInBy'];

/**
 * The text of the module that stands in for Clerk's packages in tests. What it answers is held by a mock of the
 * runner's, so that what resets the other mocks signs the person out, as it did with Auth.js's functions.
 */
export function testModule({ helpers, runner, typescript }: TestModule): string {
  const write: Write = {
    only: (text) => (typescript ? text : ''),
    mock: runner === 'vitest' ? 'vi.fn' : 'jest.fn',
  };
  const hasClient = helpers.has('mockUseSession') || helpers.has('hooksBy');
  const hasServer = SERVER.some((helper) => helpers.has(helper)) || !hasClient;
  const parts = [
    `// ${MARKER}: ${[...helpers].toSorted().join(', ')} (${runner}).\n// Takes the place of Clerk's packages in tests.\n${hasServer || helpers.has('mockUseSession') ? IMPORTS[runner] : '\n'}${person(write)}`,
    ...(hasServer ? [server(write, helpers)] : []),
    ...(hasClient ? [client(write, helpers)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What an earlier run has put into the module; undefined where the file is the app's own. */
export function readTestModule(text: string): Pick<TestModule, 'helpers' | 'runner'> | undefined {
  const read = readSessionModule(text) as { helpers: ReadonlySet<string>; forms: ReadonlySet<string> } | undefined;
  const [runner] = read?.forms ?? [];
  return read && runner !== undefined && runner in IMPORTS
    ? { helpers: read.helpers as ReadonlySet<MockHelper>, runner: runner as TestRunner }
    : undefined;
}

interface Write {
  /** What a JavaScript module leaves out. */
  readonly only: (text: string) => string;
  readonly mock: string;
}

const person = ({ only }: Write): string => `${only(`/** A session in the shape that this app's tests give it. */
interface TestSession {
  user?: { id?: string | number | null; name?: string | null; email?: string | null; image?: string | null } | null;
  expires?: string;
}

`)}/** The person of a session as Clerk knows them; null for nobody. */
function personOf(session${only(': TestSession | null | undefined')}) {
  if (!session?.user) return null;
  const { id: formerId, name = null, email = null, image = null, ...fields } = session.user;
  const id = String(formerId ?? "user_test");
  const exp = Math.floor((Date.parse(session.expires ?? "") || Date.now() + 60_000) / 1000);
  return {
    user: {
      id,
      externalId: id,
      fullName: name,
      firstName: name?.split(" ")[0] ?? null,
      lastName: name?.split(" ").slice(1).join(" ") || null,
      primaryEmailAddress: email ? { emailAddress: email } : null,
      emailAddresses: email ? [{ emailAddress: email }] : [],
      imageUrl: image ?? "",
      hasImage: Boolean(image),
      publicMetadata: fields,
      reload: async () => {},
    },
    claims: { ...fields, sub: id, userId: id, name, email, image, hasImage: Boolean(image), exp },
  };
}

const getToken = async () => "token";
const has = () => false;${only('\n\ntype Person = ReturnType<typeof personOf>;')}`;

function server({ only, mock }: Write, helpers: ReadonlySet<MockHelper>): string {
  const answer = helpers.has('sessionMock') ? 'sessionMock' : 'answer';
  const isOwn = helpers.has('signedInBy');
  const setters = [
    ...(helpers.has('mockSession') || !(helpers.has('sessionMock') || isOwn)
      ? [
          `/** Who is signed in on the server from here on: a session as Auth.js had it, or null. */
export function mockSession(session${only(': object | null | undefined')})${only(': void')} {
  ${answer}.mockReturnValue(session);
}`,
        ]
      : []),
    ...(helpers.has('mockSessionOnce')
      ? [
          `/** Who is signed in when the code asks next. */
export function mockSessionOnce(session${only(': object | null | undefined')})${only(': void')} {
  ${answer}.mockReturnValueOnce(session);
}`,
        ]
      : []),
    ...(isOwn
      ? [
          `/** Clerk's functions where a function of the test's own says who is signed in: it yields a session as Auth.js had it. */
export function signedInBy(own${only(': () => unknown')}) {
  ask = own;
  return { auth, getAuth, currentUser, clerkClient, buildClerkProps };
}`,
        ]
      : []),
  ];
  return `// Of @clerk/nextjs/server.
${only('type Answer = Promise<object | null> | object | null | undefined;\n\n')}${helpers.has('sessionMock') ? '/** Says who is signed in on the server: yields a session as Auth.js had it, or null. */\nexport ' : ''}const ${answer} = ${mock}(()${only(': Answer')} => null);
let current${only(': Person')} = null;
${isOwn ? `let ask${only(': () => unknown')} = () => ${answer}();\n` : ''}
${setters.join('\n\n')}

const redirectToSignIn = ()${only(': never')} => {
  throw new Error("redirected to sign in");
};

function stateOf(session${only(': unknown')}) {
  current = personOf(session${only(' as TestSession | null | undefined')});
  const common = { getToken, has, redirectToSignIn, orgId: null };
  return current
    ? { ...common, isAuthenticated: true, userId: current.user.id, sessionId: "sess_test", sessionClaims: current.claims }
    : { ...common, isAuthenticated: false, userId: null, sessionId: null, sessionClaims: null };
}

export function getAuth() {
  return stateOf(${isOwn ? 'ask' : answer}());
}

export async function auth() {
  return stateOf(await ${isOwn ? 'ask' : answer}());
}

export async function currentUser() {
  await auth();
  return current?.user ?? null;
}

/** Yields the person for whom the code has asked last. */
export const clerkClient = async () => ({ users: { getUser: async () => current?.user ?? null } });

export const buildClerkProps = () => ({});`;
}

function client({ only, mock }: Write, helpers: ReadonlySet<MockHelper>): string {
  const isOwn = helpers.has('hooksBy');
  const hasSetter = helpers.has('mockUseSession');
  const nobody = '{ isLoaded: true, person: null }';
  const held = hasSetter ? `hookAnswer() ?? ${nobody}` : nobody;
  return `// Of @clerk/nextjs.
${only('interface Asked {\n  isLoaded: boolean;\n  person: Person;\n}\n\n')}${hasSetter ? `const hookAnswer = ${mock}(()${only(': Asked')} => (${nobody}));\n` : ''}${isOwn ? `let hook${only(': (() => unknown) | undefined')};\n` : ''}const asked = ()${only(': Asked')} => ${isOwn ? `hook ? told(hook()) : (${held})` : `(${held})`};

function told(result${only(': unknown')})${only(': Asked')} {
  const { data, status } = (result ?? {})${only(' as { data?: TestSession | null; status?: string }')};
  const session = data ?? (status === "authenticated" ? { user: {} } : null);
  return { isLoaded: status !== "loading", person: personOf(session) };
}
${
  hasSetter
    ? `
/** What Clerk's hooks say from here on: a result of Auth.js's useSession. */
export function mockUseSession(result${only(': object')})${only(': void')} {
  hookAnswer.mockReturnValue(told(result));
}
`
    : ''
}${
    isOwn
      ? `
/** Clerk's hooks and components where a hook of the test's own yields what Auth.js's useSession did. */
export function hooksBy(own${only(': () => unknown')}) {
  hook = own;
  return {
    useUser,
    useAuth,
    useSession,
    useClerk,
    ClerkProvider: Children,
    SignInButton: Children,
    SignOutButton: Children,
    Show,
  };
}
`
      : ''
  }
export function useUser() {
  const { isLoaded, person } = asked();
  if (!isLoaded) return { isLoaded, isSignedIn: undefined, user: undefined };
  return { isLoaded, isSignedIn: person !== null, user: person?.user ?? null };
}

export function useAuth() {
  const { isLoaded, person } = asked();
  const [userId, sessionId] = person ? [person.user.id, "sess_test"] : isLoaded ? [null, null] : [];
  const isSignedIn = isLoaded ? person !== null : undefined;
  return { isLoaded, isSignedIn, userId, sessionId, sessionClaims: person?.claims, getToken, has, signOut };
}

export function useSession() {
  const { isLoaded, person } = asked();
  const session = person ? { id: "sess_test", expireAt: new Date(person.claims.exp * 1000), getToken } : null;
  return { isLoaded, isSignedIn: isLoaded ? person !== null : undefined, session: isLoaded ? session : undefined };
}

export function useClerk() {
  const { isLoaded, user } = useUser();
  return { loaded: isLoaded, user, signOut, redirectToSignIn: signOut, openSignIn: signOut, closeSignIn: signOut };
}

const signOut = async () => {};
const Children = ({ children }${only(': { children?: unknown }')}) => children ?? null;

export { Children as ClerkProvider, Children as SignInButton, Children as SignOutButton };

export function Show({ when, children, fallback }${only(': { when: unknown; children?: unknown; fallback?: unknown }')}) {
  const { isLoaded, isSignedIn } = useUser();
  if (!isLoaded) return null;
  return (when === "signed-out") === !isSignedIn ? (children ?? null) : (fallback ?? null);
}`;
}
