import { rmSync } from 'node:fs';
import { createElement, type ComponentType, type ReactNode } from 'react';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

/** The generated modules as files of an app, before anything is imported. */
const { folder } = await vi.hoisted(async () => {
  const { mkdirSync, mkdtempSync, writeFileSync } = await import('node:fs');
  const path = await import('node:path');
  const { testModule: forTests } = await import('../../lib/clerk/generated/test-module.js');
  const { sessionModule } = await import('../../lib/clerk/generated/session-module.js');
  const { clientModule } = await import('../../lib/clerk/generated/client-module.js');
  // Inside of the project, so that Clerk is found, and out of node_modules, so that Vitest takes it as an app's own.
  const scratch = path.join(import.meta.dirname, '..', '..', '.scratch');
  mkdirSync(scratch, { recursive: true });
  const made = mkdtempSync(path.join(scratch, 'test-mocks-'));
  const write = (name: string, text: string) => writeFileSync(path.join(made, name), text);
  write(
    'clerk-session.ts',
    sessionModule({
      helpers: new Set(['getUserId', 'getUser', 'getSession']),
      forms: new Set(['app', 'pages']),
      typescript: true,
      style: 'v4',
      augmentation: { interfaces: [], local: [], imports: [] },
    }),
  );
  write(
    'clerk-session-client.ts',
    clientModule({ helpers: new Set(['useSession']), typescript: true, types: './clerk-session', hook: 'profile' }),
  );
  write(
    'clerk-session.mock.ts',
    forTests({
      helpers: new Set(['mockSession', 'mockSessionOnce', 'mockUseSession']),
      runner: 'vitest',
      typescript: true,
    }),
  );
  return { folder: made };
});

// As transforms/test-mocks.ts writes them.
vi.mock('@clerk/nextjs/server', () => import(`${folder}/clerk-session.mock.ts`));
vi.mock('@clerk/nextjs', () => import(`${folder}/clerk-session.mock.ts`));

interface Stand {
  mockSession(session: object | null | undefined): void;
  mockSessionOnce(session: object | null | undefined): void;
  mockUseSession(result: object): void;
}
/** Clerk's packages by names that the type checker does not follow: their global types are none of this project's. */
const load = async (name: string): Promise<unknown> => import(name);
const { auth, clerkClient, currentUser, getAuth } = (await load('@clerk/nextjs/server')) as {
  auth(): Promise<{ userId: string | null }>;
  getAuth(req: object): { userId: string | null; redirectToSignIn(): never };
  currentUser(): Promise<object | null>;
  clerkClient(): Promise<{ users: { getUser(id: string): Promise<object> } }>;
};
const { useAuth, useUser, Show, SignOutButton } = (await load('@clerk/nextjs')) as {
  useAuth(): { userId?: string | null };
  useUser(): { isSignedIn?: boolean; user?: object | null };
  Show: ComponentType<{ when: string; children?: ReactNode }>;
  SignOutButton: ComponentType<{ children?: ReactNode }>;
};
const { renderToStaticMarkup } = (await load('react-dom/server')) as { renderToStaticMarkup(node: ReactNode): string };
const stand = (await import(`${folder}/clerk-session.mock.ts`)) as Stand;
const session = (await import(`${folder}/clerk-session.ts`)) as {
  getUserId(req?: object): Promise<string | null>;
  getUser(req?: object): Promise<{ fullName: string | null } | null>;
  getSession(req?: object): Promise<object | null>;
};

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void vi.resetAllMocks());

const LOU = { id: '7', name: 'Lou', email: 'lou@example.com', image: 'https://example.com/lou.png' };
const EXPIRES = '2030-01-01T00:00:00.000Z';
const REQUEST = { headers: {} };

describe('on the server, a test says', () => {
  it.each([null, undefined, {}, { user: null }])('that nobody is signed in: %j', async (nobody) => {
    stand.mockSession(nobody);
    expect(await auth()).toMatchObject({ isAuthenticated: false, userId: null, sessionId: null, sessionClaims: null });
    expect(getAuth(REQUEST).userId).toBeNull();
    expect(await currentUser()).toBeNull();
    expect(await session.getUserId()).toBeNull();
    expect(await session.getUser()).toBeNull();
    expect(await session.getSession({})).toBeNull();
    expect(() => getAuth(REQUEST).redirectToSignIn()).toThrow('redirected to sign in');
  });

  it('who is signed in', async () => {
    stand.mockSession({ user: { ...LOU, role: 'admin' }, expires: EXPIRES });
    expect(await auth()).toMatchObject({
      isAuthenticated: true,
      userId: '7',
      sessionClaims: { userId: '7', name: 'Lou', email: LOU.email, image: LOU.image, role: 'admin' },
    });
    expect(getAuth(REQUEST)).toMatchObject({ isAuthenticated: true, userId: '7' });
    const person = {
      id: '7',
      externalId: '7',
      fullName: 'Lou',
      primaryEmailAddress: { emailAddress: LOU.email },
      imageUrl: LOU.image,
      hasImage: true,
      publicMetadata: { role: 'admin' },
    };
    expect(await currentUser()).toMatchObject(person);
    expect(await (await clerkClient()).users.getUser('7')).toMatchObject(person);
    expect(await session.getUserId()).toBe('7');
    expect(await session.getUser({})).toMatchObject(person);
    expect(await session.getSession()).toEqual({ user: LOU, expires: EXPIRES });
    expect(await session.getSession({})).toEqual({ user: LOU, expires: EXPIRES });
  });

  it('a name alone, and the person has an id all the same', async () => {
    stand.mockSession({ user: { name: 'Lou' } });
    expect((await auth()).userId).toBe('user_test');
    expect(await currentUser()).toMatchObject({ fullName: 'Lou', primaryEmailAddress: null, hasImage: false });
    expect(await session.getUserId()).toBe('user_test');
    expect(await session.getSession()).toMatchObject({
      user: { id: 'user_test', name: 'Lou', email: null, image: null },
    });
  });

  it('who is there once, and what resets mocks signs out', async () => {
    stand.mockSession(null);
    stand.mockSessionOnce({ user: LOU });
    expect(await session.getUser()).toMatchObject({ fullName: 'Lou' });
    expect(await session.getUser()).toBeNull();
    stand.mockSession({ user: LOU });
    vi.clearAllMocks();
    expect(await session.getUserId()).toBe('7');
    vi.resetAllMocks();
    expect(await session.getUserId()).toBeNull();
  });
});

describe('in a component', async () => {
  const client = (await import(`${folder}/clerk-session-client.ts`)) as {
    useSession(): { data: { user: object } | null; status: string };
  };
  const seen = () => {
    let found: unknown;
    const text = renderToStaticMarkup(
      createElement(() => {
        const { data, status } = client.useSession();
        found = { user: data?.user, status, isSignedIn: useUser().isSignedIn, userId: useAuth().userId };
        return createElement(SignOutButton, null, createElement(Show, { when: 'signed-in' }, 'Hello'));
      }),
    );
    return { ...(found as object), text };
  };

  it('Clerk’s hooks answer for the result of useSession', () => {
    expect(seen()).toEqual({ status: 'unauthenticated', isSignedIn: false, userId: null, text: '' });
    stand.mockUseSession({ data: { user: LOU, expires: EXPIRES }, status: 'authenticated' });
    expect(seen()).toEqual({ user: LOU, status: 'authenticated', isSignedIn: true, userId: '7', text: 'Hello' });
    stand.mockUseSession({ data: null, status: 'loading' });
    expect(seen()).toEqual({ status: 'loading', text: '' });
    stand.mockUseSession({ data: undefined, status: 'unauthenticated' });
    expect(seen()).toMatchObject({ status: 'unauthenticated', isSignedIn: false });
  });

  it('and hand out the same person at each rendering', () => {
    stand.mockUseSession({ data: { user: LOU }, status: 'authenticated' });
    const users: unknown[] = [];
    const Reader = () => void users.push(useUser().user);
    renderToStaticMarkup(createElement('p', null, createElement(Reader as never), createElement(Reader as never)));
    expect(users[0]).toBe(users[1]);
  });
});
