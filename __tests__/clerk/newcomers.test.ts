import ts from 'typescript';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSessionModule, sessionModule, type SessionModule } from '../../lib/clerk/generated/session-module.js';

const MODULE: SessionModule = {
  helpers: new Set(['getSession', 'getUserId']),
  forms: new Set(['app']),
  typescript: true,
  style: 'v4',
  augmentation: { interfaces: [], local: [], imports: [] },
  users: './clerk-users',
};

interface Generated {
  getUserId(): Promise<string | null>;
  getSession(): Promise<{ user: { id: string; name: string | null } } | null>;
}

/** Clerk's user who is signed in, the claims of the token, and who has a row. */
let state: { userId: string | null; claims: Record<string, unknown>; hasAddress: boolean };
let rows: Map<string, { id: number }>;
let asked: string[];

/** The generated module, with Clerk and the module that writes rows stood in for. */
function load(module: SessionModule): Generated {
  const { outputText } = ts.transpileModule(sessionModule(module), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const getUser = async (id: string) => {
    asked.push('clerk');
    return { id, externalId: null, fullName: 'Ada', primaryEmailAddress: undefined, hasImage: false };
  };
  const modules: Record<string, unknown> = {
    '@clerk/nextjs/server': {
      auth: async () => ({ userId: state.userId, sessionClaims: { exp: 1, ...state.claims } }),
      clerkClient: async () => ({ users: { getUser } }),
    },
    './clerk-users': {
      ensureUser: async (id: string) => {
        asked.push('row');
        if (!rows.has(id) && state.hasAddress) rows.set(id, { id: rows.size + 1 });
        return rows.get(id) ?? null;
      },
    },
  };
  const exports = {} as Generated;
  // oxlint-disable-next-line no-implied-eval -- the generated module, run against stand-ins
  new Function('require', 'exports', outputText)((name: string) => modules[name], exports);
  return exports;
}

beforeEach(() => {
  state = { userId: 'user_ada', claims: {}, hasAddress: true };
  rows = new Map();
  asked = [];
});

describe('a generated session module that writes the rows of newcomers', () => {
  it('gives the id of the row that it had written, and has it written once', async () => {
    const { getUserId, getSession } = load(MODULE);
    expect(await getUserId()).toBe('1');
    expect((await getSession())?.user).toMatchObject({ id: '1', name: 'Ada' });
    expect(await getUserId()).toBe('1');
    expect(rows.size).toBe(1);
  });

  it('does so while the claim has Clerk’s own id, and not for a person with a former one', async () => {
    const { getUserId, getSession } = load(MODULE);
    state.claims = { userId: 'user_ada', name: 'Ada' };
    expect(await getUserId()).toBe('1');
    expect((await getSession())?.user.id).toBe('1');
    asked = [];
    state.claims = { userId: '42', name: 'Ada' };
    expect(await getUserId()).toBe('42');
    expect((await getSession())?.user.id).toBe('42');
    expect(asked).toEqual([]);
  });

  it('lets somebody in who can have no row yet, and writes none for a visitor', async () => {
    const { getUserId, getSession } = load(MODULE);
    state.hasAddress = false;
    expect(await getUserId()).toBe('user_ada');
    expect((await getSession())?.user.id).toBe('user_ada');
    asked = [];
    state.userId = null;
    expect(await getUserId()).toBeNull();
    expect(await getSession()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is known to a later run, and asks for no row where that is not wanted', () => {
    expect(readSessionModule(sessionModule(MODULE))?.users).toBe('./clerk-users');
    const { users: _, ...plain } = MODULE;
    expect(sessionModule(plain)).not.toContain('ensureUser');
    expect(readSessionModule(sessionModule(plain))?.users).toBeUndefined();
  });
});
