import { describe, expect, it } from 'vitest';
import { Bindings } from '../../lib/ast/bindings.js';
import { objectAt } from '../../lib/scan/callback-scope.js';
import { programOf } from '../../lib/ast/parse.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';
import { readCallbacks, type KeptCallbacks } from '../../lib/scan/session-callbacks.js';
import { scanOne } from '../../lib/source/scan-one.js';

const PARSERS = { oxc: parseWithOxc, babel: programOf };

const HEAD = `import { PrismaAdapter } from '@auth/prisma-adapter';
import type { CookieOption, NextAuthOptions } from 'next-auth';
import { db } from './db';
import { roleOf } from './roles';
const local = new Client();
`;

function read(callbacks: string, options = 'providers: []', head = HEAD): KeptCallbacks | string {
  const text = `${head}export const authOptions: NextAuthOptions = { ${options}, callbacks: { ${callbacks} } };\n`;
  const { configs, sites } = scanOne('auth.ts', text);
  const [first, second] = Object.values(PARSERS).map((parse) => {
    const program = parse('auth.ts', text);
    return readCallbacks({ path: 'auth.ts', program, bindings: new Bindings(program), options: configs[0]!, sites });
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
    ['session: (params) => params.session', undefined, { needsRow: false }],
    [
      'async session(params) { const { session, user } = params; return { ...session, plan: user.plan } }',
      ROWS,
      { needsRow: true },
    ],
    [
      `jwt({ token, user, trigger, session }) {
        if ((trigger === 'signIn' || trigger === 'signUp') && user) token.role = user.name;
        if (trigger === 'update' && session) { db.user.update(session); token.name = session.name; }
        return token;
      }, ${SESSION}`,
      undefined,
      { hasJwt: true, occasions: ['trigger', 'session'], needsRow: false },
    ],
    [
      'session: async ({ session }): Promise<Session> => session',
      undefined,
      { needsRow: false },
      HEAD.replace('JWT', 'Session'),
    ],
    [`...others.callbacks, ${SESSION}`, undefined, {}, `${HEAD}const others: NextAuthOptions = { providers: [] };\n`],
  ])('%s with %s', (callbacks, options, expected, head?: string) => {
    expect(read(callbacks, options, head)).toMatchObject(expected);
  });

  it('are those of options that a function makes, where they use nothing of it', () => {
    const text = (session: string) => `${HEAD}
export const optionsFor = async (req: Request): Promise<NextAuthOptions> => {
  const tenant = await tenantOf(req);
  return { providers: [], callbacks: { session: ${session} } };
};
`;
    const readIn = (session: string) => {
      const { configs, sites } = scanOne('auth.ts', text(session));
      const program = parseWithOxc('auth.ts', text(session));
      return readCallbacks({ path: 'auth.ts', program, bindings: new Bindings(program), options: configs[0]!, sites });
    };
    expect(readIn('({ session }) => ({ ...session, role: roleOf(session) })')).toMatchObject({ strategy: 'jwt' });
    expect(readIn('({ session }) => ({ ...session, tenant })')).toContain('only the function has');
  });
});

describe('the account of a sign-in', () => {
  it.each([
    ['whom somebody came by', "token.byPassword = account?.provider === 'credentials';", ['provider']],
    ['what the provider gave', 'if (account) token.accessToken = account.access_token;', ['provider', 'tokens']],
    ['whether there is one', 'if (account && user) token.role = "new";', ['provider']],
  ])('is told to the jwt callback: %s', (_, body, account) => {
    const kept = read(`jwt({ token, user, account }) { ${body} return token }, ${SESSION}`);
    expect([...(kept as KeptCallbacks).account].toSorted()).toEqual(account);
  });
});

describe('the row of a user', () => {
  const JWT = `jwt({ token, user }) { if (user) token.role = user.role; return token }, ${SESSION}`;
  const FOUND = 'const user = await db.user.findUnique({ where: { email } });';
  const authorize = (body: string) => `Credentials({ async authorize({ email, password }) { ${body} } })`;
  const withAdapter = (providers: string, adapter = 'PrismaAdapter(db)') =>
    `providers: [${providers}], adapter: ${adapter}, session: { strategy: "jwt" }`;

  it.each([
    ['what authorize found', withAdapter(authorize(`${FOUND} if (!user) return null; return user;`)), 'db'],
    [
      'parts of what it found, by their names',
      withAdapter(
        authorize(
          `${FOUND} if (!user) throw new Error('no'); return { id: String(user.id), role: user.role ?? 'none' };`,
        ),
      ),
      'db',
    ],
    ['the adapter’s', withAdapter('GitHub'), 'db'],
    ['that of an adapter with a name', withAdapter('GitHub', 'adapter'), 'db'],
    ['that of an adapter with parts of the app’s own', withAdapter('', '{ ...PrismaAdapter(db), linkAccount }'), 'db'],
    ['that of a client of the file, which is exported then', withAdapter('', 'PrismaAdapter(local)'), 'local'],
    ['authorize’s alone, without an adapter', `providers: [${authorize(`${FOUND} return user;`)}]`, 'db'],
  ])('is %s', (_, options, client) => {
    const head = `${HEAD}const adapter = PrismaAdapter(db);\n`;
    expect(read(JWT, options, head)).toMatchObject({ needsRow: true, client: { name: client } });
  });

  const OTHERS = `${HEAD}import GitHub from 'next-auth/providers/github';
import Credentials from 'next-auth/providers/credentials';
const adapterOf = (client) => ({ ...PrismaAdapter(client), createUser: async (data) => { return client.user.create({ data }); } });
`;
  const SOMEBODY = authorize('return ask(email, password);');

  it.each([
    ['whatever authorize gives, since others have nothing but a row', withAdapter(`GitHub({}), ${SOMEBODY}`)],
    ['parts that the callbacks do not read', withAdapter(`GitHub({}), ${authorize('return { id, profile: asked };')}`)],
    [
      'what authorize has taken apart',
      withAdapter(`GitHub({}), ${authorize(`${FOUND} const { id, role } = user; return { id, role };`)}`),
    ],
    ['that of an adapter that a function makes', withAdapter('GitHub({})', 'adapterOf(db)')],
    [
      'that of an adapter that makes users by itself',
      withAdapter('GitHub({})', '{ ...PrismaAdapter(db), createUser: (data) => db.user.create({ data }) }'),
    ],
    [
      'that of new users too',
      withAdapter(authorize(`${FOUND} if (user) return user; const made = await db.user.create({}); return made;`)),
    ],
    ['by providers from elsewhere', withAdapter('GitHub({})').replace(/\[.*\]/, 'providersOf(GitHub)')],
  ])('is the adapter’s beside other providers: %s', (_, options) => {
    expect(read(JWT, options, OTHERS)).toMatchObject({ needsRow: true, keepsRow: false, client: { name: 'db' } });
  });

  it.each([
    ['a field that authorize makes up', withAdapter(`GitHub({}), ${authorize("return { id, role: 'guest' };")}`)],
    [
      'an adapter whose users are another table’s',
      withAdapter('GitHub({})', '{ ...PrismaAdapter(db), getUser: (id) => db.member.findUnique({ where: { id } }) }'),
    ],
  ])('is not known beside other providers with %s', (_, options) => {
    expect(read(JWT, options, OTHERS)).toContain('more of the user');
  });

  it('is kept in one piece', () => {
    const whole =
      'jwt({ token, user }) { if (user) token.user = user; return token }, session: ({ session, token }) => ({ ...session, user: token.user })';
    expect(read(whole, withAdapter('GitHub({})'), OTHERS)).toMatchObject({ needsRow: true, keepsRow: true });
  });

  it('comes from the adapter in options of another file that these spread', () => {
    const part = `${OTHERS}export default { providers: [GitHub({}), ${SOMEBODY}], adapter: PrismaAdapter(db), session: { strategy: 'jwt' } } satisfies NextAuthConfig;`;
    const program = parseWithOxc('auth.config.ts', part.replace('NextAuthOptions', 'NextAuthConfig'));
    const { configs, sites } = scanOne('auth.config.ts', part.replace('NextAuthOptions', 'NextAuthConfig'));
    const options = objectAt(program, configs[0]!)!;
    const other = { path: 'auth.config.ts', options, program, bindings: new Bindings(program), sites };
    const text = `import NextAuth from 'next-auth';\nimport config from './auth.config';\nexport const { auth } = NextAuth({ callbacks: { ${JWT} }, ...config });`;
    const own = parseWithOxc('auth.ts', text);
    const found = scanOne('auth.ts', text);
    const input = {
      path: 'auth.ts',
      program: own,
      bindings: new Bindings(own),
      options: found.configs[0]!,
      sites: found.sites,
    };
    const kept = readCallbacks({ ...input, strategy: 'jwt', others: () => [other] });
    expect(kept).toMatchObject({ needsRow: true, client: { name: 'db' }, clientPath: 'auth.config.ts' });
    expect(readCallbacks({ ...input, strategy: 'jwt' })).toContain('more of the user');
  });

  it.each([
    ['what authorize makes up', withAdapter(authorize(`${FOUND} return { id: user.id, role: 'guest' };`))],
    ['what another name of it says', withAdapter(authorize(`${FOUND} return { id: user.id, role: user.kind };`))],
    ['what another service says', withAdapter(authorize('return ask(email, password);'))],
    ['another client’s', withAdapter(authorize(`${FOUND.replace('db.', 'local.')} return user;`))],
    ['another model’s', withAdapter(authorize(`${FOUND.replace('.user.', '.admin.')} return user;`))],
    ['what an adapter of the app’s own gives', withAdapter('', '{ ...PrismaAdapter(db), getUser }')],
    [
      'nobody’s after an OAuth sign-in without an adapter',
      `providers: [GitHub, ${authorize(`${FOUND} return user;`)}]`,
    ],
  ])('is not known where it is %s', (_, options) => {
    expect(read(JWT, options)).toContain('more of the user');
  });
});

describe('what of a row was given', () => {
  const JWT = `jwt({ token, user }) { return { ...token, ...user } }, ${SESSION}`;
  const options = (body: string, more = '') =>
    `providers: [Credentials({ async authorize({ email }) { ${body} } })${more}], adapter: PrismaAdapter(db), session: { strategy: "jwt" }`;
  const FOUND = 'const user = await db.user.findUnique({ where: { email } }); if (!user) return null;';
  const GITHUB = `import GitHub from 'next-auth/providers/github';\n${HEAD}`;

  it.each([
    [['id', 'email', 'role'], options(`${FOUND} return { id: user.id, email: user.email, role: user.role };`)],
    [
      ['id', 'name'],
      options('const user = await db.user.findUnique({ where: { email }, select: { name: true } }); return user;'),
    ],
    [undefined, options(`${FOUND} return user;`)],
    [undefined, options(`${FOUND} return { ...user };`)],
    [undefined, options(`${FOUND} return { id: user.id };`, ', GitHub'), GITHUB],
  ])('is %s with %s', (columns, given, head?: string) => {
    expect(read(JWT, given, head)).toMatchObject({ needsRow: true, columns });
  });
});

describe('a jwt callback that writes', () => {
  it.each([
    ['whatever the occasion', 'jwt({ token }) { db.user.update({}); return token }'],
    [
      'where the row lacks something',
      'async jwt({ token, user }) { const row = await db.user.find(token.email); if (!row) { token.id = user.id; return token } if (!row.handle) await db.user.update({}); return row }',
    ],
  ])('lives on, since Auth.js called it at each read: %s', (_, jwt) => {
    expect(read(`${jwt}, ${SESSION}`)).toMatchObject({ hasJwt: true });
  });
});

describe('callbacks that can not', () => {
  it.each([
    [`jwt({ token, account }) { token.account = account; return token }, ${SESSION}`, undefined, 'account'],
    [
      `jwt({ token, account }) { if (account) token.refresh = account.refresh_token; return token }, ${SESSION}`,
      undefined,
      'account',
    ],
    [
      `jwt({ token, account }) { token.work = account?.provider === 'azure-ad'; return token }, ${SESSION}`,
      undefined,
      'account',
    ],
    [`jwt({ token, profile }) { token.role = profile.role; return token }, ${SESSION}`, undefined, 'profile'],
    [`jwt({ token, trigger }) { token.why = trigger; return token }, ${SESSION}`, undefined, 'reads trigger'],
    [`jwt({ token, session }) { token.name = session.name; return token }, ${SESSION}`, undefined, 'reads session'],
    [
      `jwt({ token, trigger, session }) { if (trigger !== 'update') token.name = session.name; return token }, ${SESSION}`,
      undefined,
      'reads session',
    ],
    [`jwt({ token }) { return null }, ${SESSION}`, undefined, 'ends sessions'],
    [`jwt({ token, user }) { if (user) db.user.update({}); return token }, ${SESSION}`, undefined, 'writes'],
    [
      `jwt({ token, user }) { if (!user) return token; db.user.update({}); return token }, ${SESSION}`,
      undefined,
      'writes',
    ],
    [`jwt({ token, user }) { user && db.user.update({}); return token }, ${SESSION}`, undefined, 'writes'],
    [
      `jwt({ token, user }) { const isFirst = !!user; if (isFirst) db.user.update({}); return token }, ${SESSION}`,
      undefined,
      'writes',
    ],
    [`jwt, ${SESSION}`, undefined, 'no function in place'],
    ['session: roleOf', undefined, 'no function in place'],
    ['...others, session: ({ session }) => session', undefined, 'elsewhere'],
    ['session: (params) => complete(params)', undefined, 'not followed'],
    ['session: ({ session, ...rest }) => session', undefined, 'not followed'],
    ['session: ({ session: { user } }) => ({ user })', undefined, 'not followed'],
    ['session: ({ session, token = {} }) => session', undefined, 'not followed'],
    ['session({ session }) { session.options = this; return session }', undefined, 'this'],
    ['session: ({ session, token }) => ({ ...session, token: token as CookieOption })', undefined, 'of Auth.js'],
    ['session: ({ session, user }) => ({ ...session, user })', undefined, 'reads user'],
    ['session: ({ session, token }) => ({ ...session, token })', ROWS, 'reads token'],
    [
      'session: ({ session, user }) => ({ ...session, user })',
      'providers: [], adapter: DrizzleAdapter(db)',
      'more of the user',
    ],
    [
      `jwt({ token, user }) { token.role = user.role; return token }, ${SESSION}`,
      'providers: providersOf(env), adapter: PrismaAdapter(db), session: { strategy: "jwt" }',
      'authorize()',
    ],
    [SESSION, 'providers: [], ...shared', 'strategy'],
    [SESSION, 'providers: [], session: settings', 'strategy'],
    [
      'async session({ session }) { session.token = (await db.session.findFirst({})).sessionToken; return session }',
      ROWS,
      'table of sessions',
    ],
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
