import { describe, expect, it } from 'vitest';
import type { Helper } from '../../lib/clerk/helpers.js';
import type { OwnFields } from '../../lib/clerk/generated/session-metadata.js';
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
        interfaces: [
          { name: 'Session', members: [{ name: 'role', text: '  role: Role | Team | Plan | Db.Row' }], bases: [] },
          { name: 'JWT', members: [{ name: 'seen', text: '  seen: Seen' }], bases: [] },
        ],
        imports: [
          { local: 'Seen', imported: 'Seen', source: './seen' },
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

  it('declares what is asked for and what that refers to, no more', () => {
    const names = (helpers: readonly Helper[], style: 'v4' | 'v5' = 'v5') =>
      [...sessionModule({ ...MODULE, style, helpers: new Set(helpers) }).matchAll(/^export interface (\w+)/gm)].map(
        (match) => match[1],
      );
    expect(names(['JWT'])).toEqual(['JWT']);
    expect(names(['Account', 'VerificationToken'])).toEqual(['Account', 'VerificationToken']);
    expect(names(['AdapterUser'])).toEqual(['DefaultUser', 'User', 'AdapterUser']);
    expect(names(['AdapterAccount'])).toEqual(['Account', 'AdapterAccount']);
    expect(names(['Session'], 'v4')).toEqual(['DefaultSession', 'Session']);
    expect(names(['Session'])).toEqual(['DefaultSession', 'DefaultUser', 'User', 'Session']);
  });

  it('gets new types from a later run, and keeps those that it has', () => {
    const first = sessionModule({ ...MODULE, helpers: new Set(['Session']) });
    const { helpers, forms, earlier } = readSessionModule(first)!;
    const later = sessionModule({
      ...MODULE,
      helpers: new Set([...helpers, 'Account']),
      forms,
      earlier,
      augmentation: { interfaces: [], local: [], imports: [] },
    });
    expect(later).toContain('role: Role');
    expect(later.match(/^import .*$/gm)).toEqual(['import type { Role } from "./roles";']);
    expect(later).toContain('export interface Account {');
  });

  it('takes no type of Auth.js’s for one of the app’s own by the same name', () => {
    const text = sessionModule({
      ...MODULE,
      helpers: new Set(['Session']),
      augmentation: {
        interfaces: [{ name: 'Session', members: [{ name: 'account', text: '  account: Account' }], bases: [] }],
        local: [],
        imports: [{ local: 'Account', imported: 'Account', source: './billing' }],
      },
    });
    expect(text).toContain('import type { Account } from "./billing";');
    expect(text).not.toContain('interface Account');
  });
});

describe('a generated module that reads the public metadata', () => {
  const own = (more: Partial<OwnFields> = {}): OwnFields => ({
    user: ['role'],
    session: ['plan'],
    required: ['role', 'plan'],
    anyOf: [],
    typed: ['role'],
    hides: undefined,
    hasNumericId: false,
    secrets: [],
    ...more,
  });

  it.each([
    ['fields of both', own()],
    ['fields of the person', own({ session: [], required: ['role'] })],
    ['fields of the session', own({ user: [], required: ['plan'], typed: ['plan'] })],
    ['fields that may be missing', own({ required: [], anyOf: ['role', 'plan'] })],
    ['fields of a hidden type of the person', own({ hides: 'user' })],
    ['fields of a hidden type of the session', own({ hides: 'session' })],
    ['secrets that are refused', own({ secrets: ['accessToken', 'user.apiToken'] })],
    ['ids that are numbers', own({ hasNumericId: true })],
    ['secrets beside a hidden type', own({ hides: 'user', secrets: ['user.apiToken'] })],
  ])('is written again by a later run as it was: %s', (_, fields) => {
    const module: SessionModule = { ...MODULE, helpers: new Set(['getSession', 'claim metadata']), own: fields };
    const text = sessionModule(module);
    const earlier = readSessionModule(text)!;
    expect(sessionModule({ ...module, ...earlier, own: earlier.own })).toBe(text);
    expect(text).toContain('/** {{user.public_metadata}} */');
  });

  it('takes nothing from them where secrets are all that sessions held', () => {
    const fields = own({ user: [], session: [], required: [], typed: [], secrets: ['accessToken'] });
    const module: SessionModule = { ...MODULE, helpers: new Set(['getSession']), own: fields };
    const text = sessionModule(module);
    expect(text).not.toContain('etadata');
    expect(text).toContain('refuse(session, "accessToken")');
    const earlier = readSessionModule(text)!;
    expect(sessionModule({ ...module, ...earlier, own: earlier.own })).toBe(text);
  });

  it('makes a number of an id and takes no other', () => {
    const fields = own({ user: [], session: [], required: [], typed: [], hasNumericId: true });
    const interfaces = [{ name: 'User', members: [{ name: 'id', text: '  id: number' }], bases: [] }];
    const module: SessionModule = {
      ...MODULE,
      helpers: new Set(['getSession', 'User', 'AdapterUser']),
      augmentation: { interfaces, local: [], imports: [] },
      own: fields,
    };
    const text = sessionModule(module);
    expect(text).toContain('const user = { id: numericId(profile.id),');
    expect(text).toContain('export interface User extends Omit<DefaultUser, "id"> {');
    expect(/interface AdapterUser[^}]*/.exec(text)![0]).not.toContain('id:');
    const earlier = readSessionModule(text)!;
    expect(sessionModule({ ...module, ...earlier, own: earlier.own })).toBe(text);
  });

  it('leaves out what an app takes a part of', () => {
    const interfaces = [{ name: 'User', members: [], bases: ["Omit<DefaultUser, 'image'>"] }];
    const text = sessionModule({
      ...MODULE,
      helpers: new Set(['User']),
      augmentation: { interfaces, local: [], imports: [] },
    });
    expect(text).toContain("export interface User extends Omit<DefaultUser, 'image'> {");
  });
});

/** A function of the generated module of a JavaScript app, as it runs. */
function made(name: string, own: Partial<OwnFields>) {
  const fields = {
    user: [],
    session: [],
    required: [],
    anyOf: [],
    typed: [],
    hides: undefined,
    hasNumericId: false,
    secrets: [],
  };
  const text = sessionModule({
    ...MODULE,
    typescript: false,
    helpers: new Set(['getSession']),
    own: { ...fields, ...own },
  });
  const [code] = new RegExp(`^function ${name}\\([\\s\\S]*?^}`, 'm').exec(text)!;
  return new Function(`${code}; return ${name};`)() as Function;
}

describe('what a generated module does at a read', () => {
  it('says where a secret is, and leaves it out of what is copied or sent', () => {
    const session = made('withoutSecrets', { secrets: ['accessToken', 'user.apiToken'] })({
      user: { name: 'Ada' },
      expires: '',
    });
    expect(() => session.accessToken).toThrow('getUserOauthAccessToken');
    expect(() => session.user.apiToken).toThrow('no apiToken any more');
    expect(JSON.parse(JSON.stringify(session))).toEqual({ user: { name: 'Ada' }, expires: '' });
    expect({ ...session }).toEqual({ user: { name: 'Ada' }, expires: '' });
  });

  it('lets code put one there itself', () => {
    const session = made('withoutSecrets', { secrets: ['accessToken'] })({ user: {}, expires: '' });
    session.accessToken = 'abc';
    expect(session).toEqual({ user: {}, expires: '', accessToken: 'abc' });
  });

  it.each(['', 'user_2ada', '1.5', ' 7', '0x10'])('takes %j for no number of a row', (id) => {
    expect(() => made('numericId', { hasNumericId: true })(id)).toThrow('has to be the id of the row');
  });

  it('takes the number of a row', () => {
    expect(made('numericId', { hasNumericId: true })('42')).toBe(42);
  });
});
