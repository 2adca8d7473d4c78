import { describe, expect, it } from 'vitest';
import { scanCount } from '../../lib/scan/oxc.js';
import { inWords, scanApp, sitesIn, sitesOf } from './app.js';

const V5 = `import NextAuth from 'next-auth';\nexport const { auth, handlers, signIn } = NextAuth({ providers: [] });\n`;
const AUTH_USE = ['import @/lib/auth', 'use authjs:instance#auth'];

describe('what the app’s own module hands on', () => {
  it.each([
    ['a destructured instance', V5],
    [
      'an instance and its member',
      `import NextAuth from 'next-auth'; const n = NextAuth({}); export const auth = n.auth;`,
    ],
    ['a member at once', `import NextAuth from 'next-auth'; export const auth = NextAuth({}).auth;`],
    [
      'names that are exported below',
      `import NextAuth from 'next-auth'; const { auth } = NextAuth({}); export { auth };`,
    ],
    [
      'another name that is exported as it',
      `import NextAuth from 'next-auth'; const { auth: a } = NextAuth({}); export { a as auth };`,
    ],
    [
      'React’s cache',
      `import NextAuth from 'next-auth'; import { cache } from 'react'; const { auth: a } = NextAuth({}); export const auth = cache(a);`,
    ],
    [
      'React.cache',
      `import NextAuth from 'next-auth'; import React from 'react'; const { auth: a } = NextAuth({}); const auth = React.cache(a); export { auth };`,
    ],
    [
      'a function that makes it',
      `import NextAuth from 'next-auth'; function init() { return NextAuth({}); } export const { auth } = init();`,
    ],
    [
      'functions that make it, by way of a constant and of each other',
      `import NextAuth from 'next-auth'; export const { auth } = outer('x'); const outer = (x) => inner(x); function inner(x) { const made = NextAuth({}); log(x); return made; }`,
    ],
    ['a cast', `import NextAuth from 'next-auth'; const n = NextAuth({}) as any; export const auth = n.auth!;`],
    ['a whole module', `import * as na from 'next-auth'; export const { auth } = na.default({ providers: [] });`],
    ['require', `const { default: NextAuth } = require('next-auth'); export const { auth } = NextAuth({});`],
  ])('%s', (_, module) => {
    expect(
      sitesOf({ 'lib/auth.ts': module, 'a.ts': `import { auth } from '@/lib/auth'; await auth();` }, 'a.ts'),
    ).toEqual(AUTH_USE);
  });

  it.each([
    [
      'a default export',
      `import NextAuth from 'next-auth'; export default NextAuth({});`,
      `import n from '@/lib/auth'; n.auth();`,
      AUTH_USE,
    ],
    [
      'a default export of a name',
      `import NextAuth from 'next-auth'; const n = NextAuth({}); export default n;`,
      `import n from '@/lib/auth'; n.auth();`,
      AUTH_USE,
    ],
    [
      'a namespace import',
      V5,
      `import * as a from '@/lib/auth'; a.auth(); a.signIn();`,
      [...AUTH_USE, 'use authjs:instance#signIn'],
    ],
    [
      'a namespace import, for something else',
      `${V5}export const getCurrentUser = () => null;`,
      `import * as a from '@/lib/auth'; a.getCurrentUser();`,
      ['import @/lib/auth', 'use authjs:beside#getCurrentUser'],
    ],
    [
      'require',
      V5,
      `const { auth } = require('@/lib/auth'); auth();`,
      ['require @/lib/auth', 'use authjs:instance#auth'],
    ],
    [
      'a dynamic import',
      V5,
      `const { auth } = await import('@/lib/auth'); auth();`,
      ['dynamic-import @/lib/auth', 'use authjs:instance#auth'],
    ],
    ['a mock', V5, `vi.mock('@/lib/auth');`, ['mock @/lib/auth']],
    ['a mock of its auth', V5, `vi.mock('@/lib/auth', () => ({ auth: f }));`, ['mock @/lib/auth']],
    ['a mock that is not to be seen', V5, `vi.mock('@/lib/auth', make);`, ['mock @/lib/auth']],
    ['a mock of something else in it', V5, `vi.mock('@/lib/auth', () => ({ hash: f }));`, ['mock @/lib/auth']],
    ['a type', V5, `type A = typeof import('@/lib/auth');`, ['import-type @/lib/auth']],
    ['a re-export', V5, `export { auth as middleware } from '@/lib/auth';`, ['export-from @/lib/auth']],
    ['names of nothing beside it', `${V5}export const x = 1;`, `import { x } from '@/lib/auth'; x;`, []],
    [
      'a wrapper',
      `import { getServerSession } from 'next-auth'; export async function getUser() { return getServerSession(); }`,
      `import { getUser } from '@/lib/auth'; getUser();`,
      [],
    ],
  ])('%s', (_, module, text, expected) => {
    expect(sitesOf({ 'lib/auth.ts': module, 'a.ts': text }, 'a.ts').toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['by type', `import { NextAuthOptions } from 'next-auth'; export const o: NextAuthOptions = { providers: [] };`],
    [
      'by satisfies',
      `import type { NextAuthConfig } from 'next-auth'; export const o = { providers: [] } satisfies NextAuthConfig;`,
    ],
    [
      'by a part of the type',
      `import type { NextAuthConfig } from 'next-auth'; export const o: Omit<NextAuthConfig, 'providers'> = {};`,
    ],
    [
      'by the type and more',
      `import type { AuthOptions } from 'next-auth'; export const o: Partial<AuthOptions> & { adapter: object } = {} as any;`,
    ],
    ['by as', `import type { AuthOptions as A } from 'next-auth'; export const o = {} as A;`],
    ['by a type of a whole module', `import type * as N from 'next-auth'; export const o: N.NextAuthOptions = {};`],
    [
      'by what a function returns',
      `import type { NextAuthOptions } from 'next-auth'; export const o = (r: any): NextAuthOptions => ({ providers: [] });`,
    ],
    [
      'by what a function promises',
      `import type { NextAuthOptions } from 'next-auth'; export async function o(): Promise<NextAuthOptions> { return {} as any; }`,
    ],
    [
      'by what is called',
      `import type { NextAuthOptions } from 'next-auth'; const f = (): NextAuthOptions => ({} as any); export const o = f();`,
    ],
    [
      'by being given to NextAuth()',
      `import NextAuth from 'next-auth'; export const o = { providers: [] }; export default NextAuth(o);`,
    ],
    [
      'by being given to getServerSession()',
      `import { getServerSession } from 'next-auth/next'; export const o = {}; getServerSession(req, res, o);`,
    ],
    ['by being given to a member', `import * as n from 'next-auth'; export const o = {}; n.getServerSession(o);`],
    ['by being spread', `import NextAuth from 'next-auth'; export const o = {}; NextAuth({ ...o, providers: [] });`],
    [
      'by being called for it',
      `import NextAuth from 'next-auth'; export const o = (r: any) => ({}); NextAuth(req, res, o(req));`,
    ],
  ])('options %s', (_, module) => {
    const files = { 'lib/auth.ts': module, 'a.ts': `import { o } from '@/lib/auth'; f(o);` };
    expect(sitesOf(files, 'a.ts')).toEqual(['import @/lib/auth', 'use authjs:options#*']);
  });

  it('options that the given ones take over, by name after name', () => {
    const files = {
      'auth.ts': `import NextAuth from 'next-auth'; import { shared } from './shared'; const mine = { ...shared, providers: [] }; const all = { ...mine, debug: true }; export default NextAuth(all);`,
      'shared.ts': 'export const shared = { pages: {} };',
      'a.ts': `import { shared } from './shared'; f(shared);`,
    };
    expect(sitesOf(files, 'a.ts')).toEqual(['import ./shared', 'use authjs:options#*']);
  });

  it('options of a file that says nothing of Auth.js', () => {
    const files = {
      'lib/options.ts': `export const options = { providers: [] };\nexport const other = 1;`,
      'lib/auth.ts': `import NextAuth from 'next-auth'; import { options } from './options'; export default NextAuth(options);`,
      'a.ts': `import { options, other } from '@/lib/options'; f(options, other);`,
      'b.ts': `import { other } from '@/lib/options'; f(other);`,
    };
    const { files: found } = scanApp(files);
    expect(found.get('a.ts')!.sites.map(inWords)).toEqual(['import @/lib/options', 'use authjs:options#*']);
    expect([...found.keys()].toSorted()).toEqual(['a.ts', 'lib/auth.ts']);
  });
});

describe('a function that makes an instance', () => {
  const MAKE = `import NextAuth from 'next-auth'; export const make = (x: string) => NextAuth({ providers: [] });`;

  it('hands it on to other files', () => {
    const files = {
      'lib/make.ts': MAKE,
      'lib/auth.ts': `import { make } from './make'; const { auth: made } = make('x'); export const auth = made;`,
      'a.ts': `import { auth } from '@/lib/auth'; await auth();`,
      'b.ts': `import { make } from '@/lib/make'; export const later = async () => make('y');`,
      'c.ts': `import { later } from './b'; const { handlers } = await later();`,
    };
    const { files: found } = scanApp(files);
    expect(found.get('a.ts')!.sites.map(inWords)).toEqual(AUTH_USE);
    expect(found.get('lib/auth.ts')!.sites.map(inWords)).toEqual(['import ./make', 'use authjs:factory#call']);
    expect(found.get('c.ts')!.sites.map(inWords)).toEqual(['import ./b', 'use authjs:factory#call']);
  });

  it.each([
    ['gives back something else', `export const make = (x: string) => ({ x, other: NextAuth });`],
    ['gives it back at times', `export const make = (x) => { if (x) return NextAuth({}); return other(x); };`],
    ['is a parameter', `export const f = (make) => make(NextAuth);`],
  ])('but not where it %s', (_, text) => {
    const files = {
      'lib/make.ts': `import NextAuth from 'next-auth'; ${text}`,
      'a.ts': `import { make } from '@/lib/make'; make('x');`,
    };
    expect(sitesOf(files, 'a.ts')).toEqual([]);
  });
});

describe('an instance in the file that makes it', () => {
  it.each([
    ['its auth()', `export const me = async () => (await auth())?.user;`, ['use authjs:instance#auth']],
    ['its signIn()', `export const enter = () => signIn('github');`, ['use authjs:instance#signIn']],
    ['auth in a test of its own', `if (process.env.X) await auth();`, ['use authjs:instance#auth']],
    ['a name that is only exported', `export { signIn as enter }; export default auth;`, []],
    ['what React’s cache makes of it', `export const once = cache(auth);`, []],
    ['a shadowed name', `export const f = (auth) => auth();`, []],
  ])('%s', (_, text, expected) => {
    const sites = sitesIn(`import NextAuth from 'next-auth'; const { auth, signIn } = NextAuth({}); ${text}`);
    expect(sites.filter((site) => site.startsWith('use authjs'))).toEqual(expected);
  });

  it('whole, with its members', () => {
    const sites =
      sitesIn(`import NextAuth from 'next-auth'; const n = NextAuth({ callbacks: { signIn: async () => !!(await n.auth()) } });
export const { handlers } = n;
export const auth = cache(async () => n.auth());`);
    expect(sites).toEqual(['import next-auth', 'use next-auth#default', 'use authjs:instance#auth']);
  });
});

describe('barrels', () => {
  it.each([
    ['export *', { 'lib/index.ts': `export * from './auth';` }],
    ['export { a }', { 'lib/index.ts': `export { auth } from './auth';` }],
    ['an import that is exported', { 'lib/index.ts': `import { auth } from './auth.js'; export { auth };` }],
    [
      'three files',
      {
        'lib/index.ts': `export * from './b';`,
        'lib/b.ts': `export { c as auth } from './c';`,
        'lib/c.ts': `import { auth } from './auth'; export const c = auth;`,
      },
    ],
    [
      'a circle',
      { 'lib/index.ts': `export * from './b';`, 'lib/b.ts': `export * from './index'; export * from './auth';` },
    ],
  ])('%s', (_, barrel) => {
    const files = { 'lib/auth.ts': V5, ...barrel, 'a.ts': `import { auth } from '@/lib'; auth();` };
    expect(sitesOf(files, 'a.ts')).toEqual(['import @/lib', 'use authjs:instance#auth']);
  });

  it('export * of the package, but for what the barrel has itself', () => {
    const files = {
      'lib/client.ts': `export * from 'next-auth/react';\nexport const mine = 1;`,
      'a.ts': `import { useSession, mine } from './lib/client'; useSession(); mine;`,
      'b.ts': `import client from './lib/client'; client;`,
    };
    expect(sitesOf(files, 'a.ts')).toEqual(['import ./lib/client', 'use next-auth/react#useSession']);
    expect(sitesOf(files, 'b.ts')).toEqual([]);
  });

  it('export * as', () => {
    const files = {
      'lib/n.ts': `export * as na from 'next-auth/react';`,
      'a.ts': `import { na } from './lib/n'; na.signIn();`,
    };
    expect(sitesOf(files, 'a.ts')).toEqual(['import ./lib/n', 'use next-auth/react#signIn']);
  });
});

describe('importers are found in every spelling', () => {
  it.each(['./lib/auth', './lib/auth.js', './lib/auth.ts', '@/lib/auth', '../app/lib/auth', '$auth'])(
    '%s',
    (source) => {
      const path = source === '../app/lib/auth' ? 'b/a.ts' : 'a.ts';
      const target = source === '../app/lib/auth' ? 'app/lib/auth.ts' : 'lib/auth.ts';
      expect(sitesOf({ [target]: V5, [path]: `import { auth } from "${source}"; auth();` }, path)).toHaveLength(2);
    },
  );

  it.each([
    ['auth/index.ts', './auth'],
    ['auth/index.ts', './auth/'],
    ['auth/index.ts', './auth/index'],
    ['auth/index.ts', '@/auth/index.js'],
    ['index.ts', '.'],
    ['index.ts', './'],
    ['packages/auth/src/index.ts', '@acme/auth'],
    ['packages/auth/src/server.ts', '@acme/auth/server'],
  ])('%s as %s', (module, source) => {
    expect(sitesOf({ [module]: V5, 'a.ts': `import { auth } from '${source}'; auth();` }, 'a.ts')).toHaveLength(2);
  });

  it.each(['..', '../', '../index'])('an index above as %s', (source) => {
    expect(
      sitesOf({ 'lib/index.ts': V5, 'lib/x/a.ts': `import { auth } from '${source}'; auth();` }, 'lib/x/a.ts'),
    ).toHaveLength(2);
  });

  it('a module of another folder by the same name is none', () => {
    const files = {
      'lib/auth.ts': V5,
      'b/auth.ts': `export const auth = 1;`,
      'b/a.ts': `import { auth } from './auth'; auth();`,
    };
    expect([...scanApp(files).files.keys()]).toEqual(['lib/auth.ts']);
  });
});

describe('the scan parses', () => {
  it('what mentions Auth.js and what imports from there, and nothing else', () => {
    scanCount.oxc = 0;
    const { count } = scanApp({
      'lib/auth.ts': V5,
      'a.ts': `import { auth } from './lib/auth'; auth();`,
      'b.ts': `import { x } from './auth'; const y = 'auth';`,
      'auth.ts': `export const x = 1;`,
      'c.ts': `const = ; // 'lib/auth'`,
    });
    expect(scanCount.oxc).toBe(2);
    expect(count).toBe(5);
  });
});

describe('what a file makes', () => {
  it('is named with its origin', () => {
    const { files } = scanApp({
      'auth.ts': `${V5}export const options = {} as import('next-auth').NextAuthOptions;\nconst other = 1;`,
    });
    const { made, passes } = files.get('auth.ts')!;
    expect([...made.keys()]).toEqual(['auth', 'handlers', 'signIn', 'options']);
    expect(passes.get('handlers')).toEqual({ module: 'authjs:instance', name: 'handlers' });
  });

  it('a wrapper beside NextAuth() by the name of a member', () => {
    const text = `import NextAuth from 'next-auth'; import { cache } from 'react'; const { auth: raw } = NextAuth({});\nexport const auth = cache(async () => (await raw()) ?? null);`;
    const files = { 'auth.ts': text, 'a.ts': `import { auth } from './auth'; auth();` };
    expect(sitesOf(files, 'a.ts')).toEqual(['import ./auth', 'use authjs:wrapper#auth']);
  });

  it('its options are read where it makes something of Auth.js, and only there', () => {
    const options = `{ adapter: PrismaAdapter(db), providers: [GitHub({ clientId: 'a' }), Google, Credentials({ async authorize() {} })], pages: { signIn: '/login' }, callbacks: { jwt() {}, session() {} }, events: { createUser() {} }, session: { strategy: 'jwt' } }`;
    const { files } = scanApp({
      'auth.ts': `import NextAuth from 'next-auth'; export const { auth } = NextAuth(${options});`,
      'b.ts': `import 'next-auth'; const o = ${options};`,
    });
    const [config, ...more] = files.get('auth.ts')!.configs;
    expect(more).toEqual([]);
    expect(config!.providers.map(({ name }) => name)).toEqual(['GitHub', 'Google', 'Credentials']);
    expect(config!.callbacks.map(({ name }) => name)).toEqual(['jwt', 'session']);
    expect(config!.events.map(({ name }) => name)).toEqual(['createUser']);
    expect([...config!.pages]).toEqual([['signIn', '/login']]);
    expect([config!.adapter, config!.authorize?.name, config!.session?.name]).toEqual([
      'PrismaAdapter',
      'authorize',
      'session',
    ]);
    expect(files.get('b.ts')!.configs).toEqual([]);
  });
});

describe('isImportedOtherwise', () => {
  const importing = (text: string): boolean =>
    scanApp({ 'lib/auth.ts': `${V5}export const x = 1;`, 'a.ts': text }).isImportedOtherwise('lib/auth.ts');

  it.each([
    [`import { auth } from './lib/auth'; auth();`, false],
    [`import { auth, x } from './lib/auth'; auth(x);`, true],
    [`import { x } from './lib/auth'; x;`, true],
    [`import './lib/auth';`, true],
    [`export { x } from './lib/auth';`, true],
    [`export { auth } from './lib/auth';`, false],
    [`const tab = './lib/auth';`, false],
    [`x;`, false],
  ])('%s: %s', (text, expected) => {
    expect(importing(text)).toBe(expected);
  });
});
