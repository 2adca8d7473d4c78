import { rmSync } from 'node:fs';
import { createElement, type ReactNode } from 'react';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

/** The generated modules as files of an app, before anything is imported. */
const { folder, mocks } = await vi.hoisted(async () => {
  const { mkdirSync, mkdtempSync, writeFileSync } = await import('node:fs');
  const path = await import('node:path');
  const { testModule } = await import('../../lib/clerk/generated/test-module.js');
  const { sessionModule } = await import('../../lib/clerk/generated/session-module.js');
  const { clientModule } = await import('../../lib/clerk/generated/client-module.js');
  const scratch = path.join(import.meta.dirname, '..', '..', '.scratch');
  mkdirSync(scratch, { recursive: true });
  const made = mkdtempSync(path.join(scratch, 'own-answers-'));
  const write = (name: string, text: string) => writeFileSync(path.join(made, name), text);
  write(
    'clerk-session.ts',
    sessionModule({
      helpers: new Set(['getUserId', 'getSession']),
      forms: new Set(['app']),
      typescript: true,
      style: 'v4',
      augmentation: { interfaces: [], local: [], imports: [] },
    }),
  );
  write(
    'clerk-session-client.ts',
    clientModule({ helpers: new Set(['useSession']), typescript: true, types: './clerk-session', hook: 'endpoint' }),
  );
  write(
    'clerk-session.mock.ts',
    testModule({ helpers: new Set(['sessionMock', 'signedInBy', 'hooksBy']), runner: 'vitest', typescript: true }),
  );
  return { folder: made, mocks: { getSession: vi.fn<() => unknown>(), useSession: vi.fn<() => unknown>() } };
});

// As transforms/test-mocks.ts writes them, where a part of the code asks Clerk and another the generated module.
vi.doMock(`${folder}/clerk-session.ts`, async (importOriginal) => ({
  ...(await importOriginal<object>()),
  getSession: mocks.getSession,
}));
vi.doMock('@clerk/nextjs/server', async () => {
  const { signedInBy } = (await import(`${folder}/clerk-session.mock.ts`)) as Stand;
  return signedInBy(async () => ((await import(`${folder}/clerk-session.ts`)) as Server).getSession());
});
vi.doMock(`${folder}/clerk-session-client.ts`, () => ({ useSession: mocks.useSession }));
vi.doMock('@clerk/nextjs', async () => {
  const { hooksBy } = (await import(`${folder}/clerk-session.mock.ts`)) as Stand;
  return hooksBy(((await import(`${folder}/clerk-session-client.ts`)) as { useSession(): unknown }).useSession);
});

interface Stand {
  readonly sessionMock: ReturnType<typeof vi.fn>;
  signedInBy(ask: () => unknown): object;
  hooksBy(ask: () => unknown): object;
  auth(): Promise<{ userId: string | null }>;
}
interface Server {
  getSession(): Promise<unknown>;
  getUserId(): Promise<string | null>;
}

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void vi.resetAllMocks());

describe('a function of the test’s own says who is signed in', () => {
  it('for the generated module and for Clerk’s functions', async () => {
    const { auth, currentUser } = (await import('@clerk/nextjs/server' as string)) as {
      auth(): Promise<{ userId: string | null }>;
      currentUser(): Promise<{ fullName: string } | null>;
    };
    const { getSession, getUserId } = (await import(`${folder}/clerk-session.ts`)) as Server;
    expect(await getUserId()).toBeNull();
    const session = { user: { id: 'u1', name: 'Lou', plan: 'pro' }, expires: '' };
    mocks.getSession.mockResolvedValue(session);
    expect(await getSession()).toBe(session);
    expect(await getUserId()).toBe('u1');
    expect((await auth()).userId).toBe('u1');
    expect((await currentUser())?.fullName).toBe('Lou');
    mocks.getSession.mockResolvedValueOnce(null);
    expect(await currentUser()).toBeNull();
    mocks.getSession.mockRejectedValueOnce(new Error('down'));
    await expect(auth()).rejects.toThrow('down');
  });

  it('for Clerk’s hooks', async () => {
    const { useAuth, useUser } = (await import('@clerk/nextjs' as string)) as {
      useAuth(): { isLoaded: boolean; userId?: string | null };
      useUser(): { user?: { fullName: string | null } | null };
    };
    const { renderToStaticMarkup } = (await import('react-dom/server' as string)) as {
      renderToStaticMarkup(node: ReactNode): string;
    };
    const seen = () =>
      renderToStaticMarkup(
        createElement(() => `${useAuth().isLoaded} ${useAuth().userId} ${useUser().user?.fullName}`),
      );
    expect(seen()).toBe('true null undefined');
    mocks.useSession.mockReturnValue({ data: null, status: 'loading' });
    expect(seen()).toBe('false undefined undefined');
    mocks.useSession.mockReturnValue({ data: { user: { id: 'u1', name: 'Lou' } }, status: 'authenticated' });
    expect(seen()).toBe('true u1 Lou');
    mocks.useSession.mockReturnValue({ status: 'unauthenticated' });
    expect(seen()).toBe('true null undefined');
  });

  it('or the mock that holds the answer', async () => {
    const { auth, sessionMock } = (await vi.importActual(`${folder}/clerk-session.mock.ts?alone`)) as Stand;
    sessionMock.mockResolvedValue({ user: { id: 'u2' } });
    expect((await auth()).userId).toBe('u2');
    expect(sessionMock).toHaveBeenCalledWith();
  });
});
