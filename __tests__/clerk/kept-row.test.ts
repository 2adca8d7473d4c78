import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readSessionModule, sessionModule, type SessionModule } from '../../lib/clerk/generated/session-module.js';

const MODULE: SessionModule = {
  helpers: new Set(['getSession']),
  forms: new Set(['app']),
  typescript: true,
  style: 'v4',
  augmentation: { interfaces: [], local: [], imports: [] },
  callbacks: {
    imports: ['import { sessionCallbacks } from "./auth";', 'import { db } from "./db";'],
    hasJwt: true,
    occasions: [],
    strategy: 'jwt',
    client: 'db',
    keepsRow: true,
  },
};

const ROW = { id: 'u1', plan: 'pro', createdAt: new Date(0), password: 'hash', twoFactorSecret: 'seed' };

/** The generated module with Clerk, the database and callbacks that hand the whole row on. */
function load(): { getSession(): Promise<{ user: Record<string, unknown> } | null> } {
  const { outputText } = ts.transpileModule(sessionModule(MODULE), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const modules: Record<string, unknown> = {
    '@clerk/nextjs/server': {
      auth: async () => ({ userId: 'user_1', sessionClaims: { exp: 1, userId: 'u1', name: 'Ada' } }),
      clerkClient: async () => ({}),
    },
    './db': { db: { user: { findUnique: async () => ROW } } },
    './auth': {
      sessionCallbacks: {
        jwt: ({ token, user }: { token: object; user: object }) => ({ ...token, user }),
        session: ({ session, token }: { session: object; token: { user: object } }) => ({
          ...session,
          user: token.user,
        }),
      },
    },
  };
  const exports = {} as ReturnType<typeof load>;
  // oxlint-disable-next-line no-implied-eval -- the generated module, run against stand-ins
  new Function('require', 'exports', outputText)((name: string) => modules[name], exports);
  return exports;
}

describe('a row that the app’s callbacks keep whole', () => {
  it('comes as JSON, as out of Auth.js’s cookie, and without what nobody may see', async () => {
    const session = await load().getSession();
    expect(session?.user).toEqual({ id: 'u1', plan: 'pro', createdAt: '1970-01-01T00:00:00.000Z' });
  });

  it('is known to the next run', () => {
    expect(readSessionModule(sessionModule(MODULE))?.callbacks?.keepsRow).toBe(true);
  });
});
