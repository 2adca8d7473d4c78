import { describe, expect, it } from 'vitest';
import { Bindings } from '../../lib/ast/bindings.js';
import { programOf } from '../../lib/ast/parse.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';
import { readCallbacks, type KeptCallbacks } from '../../lib/scan/session-callbacks.js';
import { scanOne } from '../../lib/source/scan-one.js';

const PARSERS = { oxc: parseWithOxc, babel: programOf };

const HEAD = `import { PrismaAdapter } from '@auth/prisma-adapter';
import type { JWT, NextAuthOptions } from 'next-auth';
import { db } from './db';
import { roleOf } from './roles';
const local = new Client();
`;

function read(callbacks: string, options = 'providers: []', head = HEAD): KeptCallbacks | string {
  const text = `${head}export const authOptions: NextAuthOptions = { ${options}, callbacks: { ${callbacks} } };\n`;
  const { configs, sites } = scanOne('auth.ts', text);
  const [first, second] = Object.values(PARSERS).map((parse) => {
    const program = parse('auth.ts', text);
    return readCallbacks({ program, bindings: new Bindings(program), options: configs[0]!, sites });
  });
  const told = (result: KeptCallbacks | string | undefined) => (typeof result === 'string' ? result : 'kept');
  expect(told(second), 'both parsers tell the same').toBe(told(first));
  return first!;
}

const SESSION = 'session: ({ session, token }) => ({ ...session, role: token.role })';
const ROWS = 'providers: [], adapter: PrismaAdapter(db)';

describe('callbacks that can be kept', () => {
  it.each([
    [SESSION, 'providers: []', { strategy: 'jwt', hasJwt: false, needsRow: false }],
    [`${SESSION}, jwt({ token }) { return token }`, 'providers: []', { hasJwt: true, needsRow: false }],
    [
      `jwt: async ({ token, user }) => { if (user) token.role = await roleOf(user.id); return token }, ${SESSION}`,
      'providers: []',
      { hasJwt: true, needsRow: false },
    ],
    [
      `jwt: async ({ token, user: who }) => { token.mail = who?.email; return token }, ${SESSION}`,
      ROWS + ", session: { strategy: 'jwt' }",
      { strategy: 'jwt', needsRow: false },
    ],
    [
      `jwt({ token, user }) { token.role = user.role; return token }, ${SESSION}`,
      `${ROWS}, session: { strategy: 'jwt' }`,
      { strategy: 'jwt', needsRow: true },
    ],
    [
      'async session({ session, user }) { session.user.role = user.role; return session }',
      ROWS,
      { needsRow: true, strategy: 'database' },
    ],
    ['session: ({ session, user }) => ({ ...session, user })', ROWS, { needsRow: true }],
    ['session({ session, user, token }) { session.user.id = user.id; return session }', ROWS, { needsRow: false }],
    [
      'jwt: ({ token, account }) => ({ ...token, account }), session: ({ session }) => session',
      ROWS,
      { hasJwt: false },
    ],
    [`session: async ({ session }) => ({ ...session, rows: await local.all() })`, 'providers: []', { needsRow: false }],
  ])('%s with %s', (callbacks, options, expected) => {
    expect(read(callbacks, options)).toMatchObject(expected);
  });
});

describe('callbacks that can not', () => {
  it.each([
    [`jwt({ token, account }) { return token }, ${SESSION}`, undefined, 'account'],
    [`jwt({ token, profile }) { token.role = profile.role; return token }, ${SESSION}`, undefined, 'profile'],
    [`jwt({ token, trigger, session }) { return token }, ${SESSION}`, undefined, 'trigger'],
    [`jwt({ token }) { return null }, ${SESSION}`, undefined, 'ends sessions'],
    [`jwt({ token, user }) { if (user) db.user.update({}); return token }, ${SESSION}`, undefined, 'writes'],
    [`jwt, ${SESSION}`, undefined, 'no function in place'],
    ['session: roleOf', undefined, 'no function in place'],
    ['...others, session: ({ session }) => session', undefined, 'elsewhere'],
    ['session: (params) => params.session', undefined, 'not followed'],
    ['session: ({ session, ...rest }) => session', undefined, 'not followed'],
    ['session: ({ session: { user } }) => ({ user })', undefined, 'not followed'],
    ['session: ({ session, token = {} }) => session', undefined, 'not followed'],
    ['session({ session }) { session.options = this; return session }', undefined, 'this'],
    ['session: ({ session, token }) => ({ ...session, token: token as JWT })', undefined, 'of Auth.js'],
    ['session: ({ session, user }) => ({ ...session, user })', undefined, 'reads user'],
    ['session: ({ session, token }) => ({ ...session, token })', ROWS, 'reads token'],
    [
      'session: ({ session, user }) => ({ ...session, user })',
      'providers: [], adapter: DrizzleAdapter(db)',
      'more of the user',
    ],
    [
      'session: ({ session, user }) => ({ ...session, user })',
      'providers: [], adapter: PrismaAdapter(local)',
      'more of the user',
    ],
    [
      `jwt({ token, user }) { token.role = user.role; return token }, ${SESSION}`,
      'providers: [Credentials({ authorize: () => null })], adapter: PrismaAdapter(db), session: { strategy: "jwt" }',
      'authorize()',
    ],
    [SESSION, 'providers: [], ...shared', 'strategy'],
    [SESSION, 'providers: [], session: settings', 'strategy'],
    ['signIn: () => true', undefined, 'no session callback'],
  ])('%s with %s', (callbacks, options, why) => {
    expect(read(callbacks, options)).toContain(why);
  });

  it('are those whose name is taken, or whose file exports actions alone', () => {
    expect(read(SESSION, undefined, `${HEAD}const sessionCallbacks = 1;\n`)).toContain('name already');
    expect(read(SESSION, undefined, `"use server";\n${HEAD}`)).toContain('server actions');
  });

  it('are those that need a part of the set-up', () => {
    const head = `${HEAD}const adapter = PrismaAdapter(db);\n`;
    const callbacks = 'session: async ({ session }) => ({ ...session, rows: await adapter.getUser(session.user.id) })';
    expect(read(callbacks, undefined, head)).toContain('set-up');
  });
});
