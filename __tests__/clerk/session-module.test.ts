import { describe, expect, it } from 'vitest';
import { readSessionModule, sessionModule, type SessionModule } from '../../lib/clerk/generated/session-module.js';

const MODULE: SessionModule = {
  helpers: new Set(['getSession', 'getUserId']),
  forms: new Set(['app']),
  typescript: true,
  style: 'v4',
  augmentation: {
    interfaces: [
      { name: 'Session', members: [{ name: 'role', text: '  role: Role' }], bases: [] },
      { name: 'User', members: [{ name: 'role', text: '  role: Role' }], bases: [] },
      { name: 'JWT', members: [{ name: 'role', text: '  role: Role' }], bases: [] },
    ],
    local: [],
    imports: [{ local: 'Role', imported: 'Role', source: './roles' }],
  },
};

describe('a generated module that runs the app’s own callbacks', () => {
  it.each([
    [true, 'jwt', undefined],
    [false, 'jwt', undefined],
    [true, 'jwt', 'db'],
    [false, 'database', undefined],
    [false, 'database', 'db'],
  ] as const)('is written again by a later run as it was (jwt %s, %s, rows of %s)', (hasJwt, strategy, client) => {
    const imports = ['import { sessionCallbacks } from "./auth";', ...(client ? ['import { db } from "./db";'] : [])];
    for (const style of ['v4', 'v5'] as const) {
      const module: SessionModule = {
        ...MODULE,
        style,
        callbacks: { imports, hasJwt, occasions: [], strategy, client },
      };
      const text = sessionModule(module);
      const earlier = readSessionModule(text)!;
      expect(sessionModule({ ...module, ...earlier })).toBe(text);
      expect(text).toContain(`sessionCallbacks.session({ session, ${strategy === 'jwt' ? 'token' : 'user'}`);
      expect(text.includes('sessionCallbacks.jwt(')).toBe(hasJwt);
      expect(text.includes('db.user.findUnique(')).toBe(client !== undefined);
    }
  });

  it('has no types in JavaScript', () => {
    const callbacks = { imports: [], hasJwt: true, occasions: [], strategy: 'jwt', client: 'db' } as const;
    expect(sessionModule({ ...MODULE, typescript: false, callbacks })).not.toMatch(/ as |: Session|interface/);
  });
});

describe('a generated module with the app’s own types', () => {
  it('imports what they name, one import a module', () => {
    const text = sessionModule({
      ...MODULE,
      helpers: new Set(['Session']),
      augmentation: {
        ...MODULE.augmentation,
        imports: [
          { local: 'Role', imported: 'Role', source: '@acme/types' },
          { local: 'Team', imported: 'Group', source: '@acme/types' },
          { local: 'Plan', imported: 'default', source: './plan' },
          { local: 'Db', imported: '*', source: './db' },
        ],
      },
    });
    expect(text.match(/^import .*$/gm)).toEqual([
      'import type Plan from "./plan";',
      'import type * as Db from "./db";',
      'import type { Group as Team, Role } from "@acme/types";',
    ]);
  });
});
