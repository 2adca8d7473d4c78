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

/**
 * The text of the module that stands in for Clerk's packages in tests. What it answers is held by a mock of the
 * runner's, so that what resets the other mocks signs the person out, as it did with Auth.js's functions.
 */
export function testModule({ helpers, runner, typescript }: TestModule): string {
  const write: Write = {
    only: (text) => (typescript ? text : ''),
    mock: runner === 'vitest' ? 'vi.fn' : 'jest.fn',
  };
  const hasClient = helpers.has('mockUseSession');
  const hasServer = helpers.has('mockSession') || helpers.has('mockSessionOnce') || !hasClient;
  const parts = [
    `// ${MARKER}: ${[...helpers].toSorted().join(', ')} (${runner}).\n// Takes the place of Clerk's packages in tests.\n${IMPORTS[runner]}${person(write)}`,
    ...(hasServer ? [server(write, helpers.has('mockSessionOnce'))] : []),
    ...(hasClient ? [client(write)] : []),
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

const server = ({ only, mock }: Write, once: boolean): string => `// Of @clerk/nextjs/server.
const answer = ${mock}(()${only(': Person')} => null);
let current${only(': Person')} = null;

/** Who is signed in on the server from here on: a session as Auth.js had it, or null. */
export function mockSession(session${only(': object | null | undefined')})${only(': void')} {
  answer.mockReturnValue(personOf(session));
}
${
  once
    ? `
/** Who is signed in when the code asks next. */
export function mockSessionOnce(session${only(': object | null | undefined')})${only(': void')} {
  answer.mockReturnValueOnce(personOf(session));
}
`
    : ''
}
const redirectToSignIn = ()${only(': never')} => {
  throw new Error("redirected to sign in");
};

export function getAuth() {
  current = answer() ?? null;
  const common = { getToken, has, redirectToSignIn, orgId: null };
  return current
    ? { ...common, isAuthenticated: true, userId: current.user.id, sessionId: "sess_test", sessionClaims: current.claims }
    : { ...common, isAuthenticated: false, userId: null, sessionId: null, sessionClaims: null };
}

export const auth = async () => getAuth();

export async function currentUser() {
  getAuth();
  return current?.user ?? null;
}

/** Yields the person for whom the code has asked last. */
export const clerkClient = async () => ({ users: { getUser: async () => current?.user ?? null } });

export const buildClerkProps = () => ({});`;

const client = ({ only, mock }: Write): string => `// Of @clerk/nextjs.
const hookAnswer = ${mock}(()${only(': { isLoaded: boolean; person: Person }')} => ({ isLoaded: true, person: null }));
const asked = () => hookAnswer() ?? { isLoaded: true, person: null };

/** What Clerk's hooks say from here on: a result of Auth.js's useSession. */
export function mockUseSession(result${only(': object')})${only(': void')} {
  const { data, status } = result${only(' as { data?: TestSession | null; status?: string }')};
  const session = data ?? (status === "authenticated" ? { user: {} } : null);
  hookAnswer.mockReturnValue({ isLoaded: status !== "loading", person: personOf(session) });
}

export function useUser() {
  const { isLoaded, person } = asked();
  if (!isLoaded) return { isLoaded, isSignedIn: undefined, user: undefined };
  return { isLoaded, isSignedIn: person !== null, user: person?.user ?? null };
}

export function useAuth() {
  const { isLoaded, isSignedIn, user } = useUser();
  const [userId, sessionId] = user ? [user.id, "sess_test"] : isLoaded ? [null, null] : [];
  return { isLoaded, isSignedIn, userId, sessionId, sessionClaims: asked().person?.claims, getToken, has, signOut };
}

export function useSession() {
  const { isLoaded, isSignedIn } = useUser();
  const { person } = asked();
  const session = person ? { id: "sess_test", expireAt: new Date(person.claims.exp * 1000), getToken } : null;
  return { isLoaded, isSignedIn, session: isLoaded ? session : undefined };
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
