import { afterEach, describe, expect, it, vi } from 'vitest';
import { clientModule } from '../../lib/clerk/generated/client-module.js';
import { sessionModule } from '../../lib/clerk/generated/session-module.js';
import { loadModule } from '../helpers/load-module.js';

type SignOut = (options?: { redirectTo?: string; redirect?: boolean }) => Promise<unknown>;

/** One request to a server of Clerk's: who asks, with which cookies, from where. */
function request({ sessionId = 'sess_1' as string | null, referer = null as string | null, typescript = true }) {
  const seen = { revoked: [] as string[], deleted: [] as string[] };
  const cookies = ['__session', '__session_a1b2', '__client_uat', 'theme', '__sessions_of_mine'];
  const text = sessionModule({
    helpers: new Set(['signOut']),
    forms: new Set(['app']),
    typescript,
    style: 'v5',
    augmentation: { interfaces: [], local: [], imports: [] },
  });
  const { signOut } = loadModule<{ signOut: SignOut }>(text, {
    '@clerk/nextjs/server': {
      auth: async () => ({ sessionId }),
      clerkClient: async () => ({ sessions: { revokeSession: async (id: string) => seen.revoked.push(id) } }),
    },
    'next/headers': {
      cookies: async () => ({
        getAll: () => cookies.map((name) => ({ name })),
        delete: (name: string) => seen.deleted.push(name),
      }),
      headers: async () => new Map([['host', 'app.example'], ...(referer ? [['referer', referer] as const] : [])]),
    },
    'next/navigation': {
      redirect: (to: string) => {
        throw new Error(`redirect ${to}`);
      },
    },
  });
  return { signOut, seen };
}

describe.each([true, false])('signOut() on the server (TypeScript: %s)', (typescript) => {
  it('revokes the session and takes its cookies, and no others', async () => {
    const { signOut, seen } = request({ typescript });
    expect(await signOut({ redirect: false })).toBeUndefined();
    expect(seen).toEqual({ revoked: ['sess_1'], deleted: ['__session', '__session_a1b2'] });
  });

  it('asks Clerk nothing for somebody who is signed out', async () => {
    const { signOut, seen } = request({ sessionId: null, typescript });
    await signOut({ redirect: false });
    expect(seen.revoked).toEqual([]);
  });

  it.each([
    [{ redirectTo: '/bye' }, 'https://app.example/me', '/bye'],
    [undefined, 'https://app.example/me?tab=1', 'https://app.example/me?tab=1'],
    [undefined, 'https://other.example/me', '/'],
    [undefined, null, '/'],
  ])('leads where Auth.js did: %j from %s', async (options, referer, to) => {
    const { signOut, seen } = request({ referer, typescript });
    await expect(signOut(options)).rejects.toThrow(`redirect ${to}`);
    expect(seen.revoked).toEqual(['sess_1']);
  });
});

interface InBrowser {
  signIn(provider?: string, options?: { callbackUrl?: string; redirectTo?: string }): Promise<void>;
  signOut(options?: object): Promise<{ url: string }>;
}

/** A page whose script of Clerk's has loaded after some time. */
function page(typescript: boolean) {
  const clerk = {
    loaded: false,
    redirectToSignIn: vi.fn<(options: object) => Promise<void>>(async () => {}),
    signOut: vi.fn<(options: unknown) => Promise<void>>(async () => {}),
  };
  vi.stubGlobal('window', { location: { href: 'https://app.example/here' }, Clerk: clerk });
  const text = clientModule({
    helpers: new Set(['browserSignIn', 'browserSignOut']),
    typescript,
    types: './clerk-session',
    hook: 'profile',
  });
  return { clerk, ...loadModule<InBrowser>(text, {}) };
}

describe.each([true, false])('signing in and out outside of components (TypeScript: %s)', (typescript) => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits until Clerk’s script has loaded', async () => {
    const { clerk, signOut } = page(typescript);
    const answer = signOut({ callbackUrl: '/bye' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(clerk.signOut).not.toHaveBeenCalled();
    clerk.loaded = true;
    expect(await answer).toEqual({ url: '/bye' });
    expect(clerk.signOut.mock.calls).toEqual([[{ redirectUrl: '/bye' }]]);
  });

  it('says so where the script never loads', async () => {
    vi.useFakeTimers();
    const { clerk, signOut } = page(typescript);
    const answer = signOut().catch(String);
    await vi.runAllTimersAsync();
    expect(await answer).toContain('has not loaded');
    expect(clerk.signOut).not.toHaveBeenCalled();
  });

  it('stays on the page, or loads it anew, as Auth.js did', async () => {
    const { clerk, signOut } = page(typescript);
    clerk.loaded = true;
    await signOut({ redirect: false });
    expect(clerk.signOut.mock.calls[0]![0]).toBeTypeOf('function');
    await signOut();
    expect(clerk.signOut.mock.calls[1]![0]).toEqual({ redirectUrl: 'https://app.example/here' });
    await signOut(new Event('click')); // handed to a button as it is
    expect(clerk.signOut.mock.calls[2]![0]).toEqual({ redirectUrl: 'https://app.example/here' });
  });

  it('leads to Clerk’s page, and back to where the call says', async () => {
    const { clerk, signIn } = page(typescript);
    clerk.loaded = true;
    await signIn('github', { callbackUrl: '/board' });
    await signIn();
    expect(clerk.redirectToSignIn.mock.calls).toEqual([
      [{ signInForceRedirectUrl: '/board' }],
      [{ signInForceRedirectUrl: 'https://app.example/here' }],
    ]);
  });
});
