import { describe, expect, it } from 'vitest';
import { scan } from '../../lib/scan/scan.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';
import { scanOne } from '../../lib/source/scan-one.js';
import { scanApp, sitesIn } from './app.js';

describe('every form of a module string', () => {
  it.each([
    [`import NextAuth from 'next-auth'; NextAuth({});`, ['import next-auth', 'use next-auth#default']],
    [`import { getServerSession as s } from 'next-auth'; s();`, ['import next-auth', 'use next-auth#getServerSession']],
    [`import { default as N } from 'next-auth'; N;`, ['import next-auth', 'use next-auth#default']],
    [
      `import * as n from 'next-auth/react'; n.signIn(); n;`,
      ['import next-auth/react', 'use next-auth/react#signIn', 'use next-auth/react#*'],
    ],
    [`import n, { type Session } from 'next-auth'; let a: Session;`, ['import next-auth', 'use next-auth#Session']],
    [
      `import type { Session } from 'next-auth'; type A = Session['user'];`,
      ['import next-auth', 'use next-auth#Session'],
    ],
    [`import type * as N from 'next-auth'; type A = N.Session;`, ['import next-auth', 'use next-auth#Session']],
    [`import 'next-auth';`, ['import next-auth']],
    [`export { default } from 'next-auth/middleware';`, ['export-from next-auth/middleware']],
    [`export { useSession as s, type Session } from 'next-auth/react';`, ['export-from next-auth/react']],
    [`export type { Session } from 'next-auth';`, ['export-from next-auth']],
    [`export * from 'next-auth/react';`, ['export-all next-auth/react']],
    [`export * as nextAuth from 'next-auth';`, ['export-all next-auth']],
    [`const n = require('next-auth'); n.getServerSession();`, ['require next-auth', 'use next-auth#getServerSession']],
    [
      `const { useSession: s } = require('next-auth/react'); s();`,
      ['require next-auth/react', 'use next-auth/react#useSession'],
    ],
    [`require('next-auth').default({});`, ['require next-auth']],
    [`import('next-auth/react').then((m) => m.signIn());`, ['dynamic-import next-auth/react']],
    [
      `const { signIn } = await import('next-auth/react'); signIn();`,
      ['dynamic-import next-auth/react', 'use next-auth/react#signIn'],
    ],
    [
      'const m = await import(`next-auth/react`); m.signIn();',
      ['dynamic-import next-auth/react', 'use next-auth/react#signIn'],
    ],
    [`import n = require('next-auth'); n.default;`, ['import-equals next-auth', 'use next-auth#default']],
    [`type A = typeof import('next-auth');`, ['import-type next-auth']],
    [`let a: import('next-auth').Session;`, ['import-type next-auth']],
    [`type P = Parameters<typeof import('next-auth').getServerSession>;`, ['import-type next-auth']],
    [`vi.mock('next-auth/react', () => ({}));`, ['mock next-auth/react']],
    [`vi.mock(import('next-auth/react'), () => ({}));`, ['dynamic-import next-auth/react']],
    [`jest.doMock('next-auth'); jest.unstable_mockModule('next-auth', f);`, ['mock next-auth', 'mock next-auth']],
    [
      `jest.requireActual('next-auth'); vi.importActual<typeof import('next-auth')>('next-auth');`,
      ['mock next-auth', 'import-type next-auth', 'mock next-auth'],
    ],
    [`mock.module('next-auth', () => ({})); require.resolve('next-auth');`, ['mock next-auth', 'mock next-auth']],
    [`declare module 'next-auth' { interface Session { a: 1 } }`, ['augmentation next-auth']],
    [`declare module 'next-auth/jwt';`, ['augmentation next-auth/jwt']],
    [
      `import { PrismaAdapter } from '@auth/prisma-adapter'; PrismaAdapter(p);`,
      ['import @auth/prisma-adapter', 'use @auth/prisma-adapter#PrismaAdapter'],
    ],
    [
      `import { A } from '@next-auth/prisma-adapter'; A;`,
      ['import @next-auth/prisma-adapter', 'use @next-auth/prisma-adapter#A'],
    ],
  ])('%s', (text, expected) => {
    expect(sitesIn(text, 'a.ts').toSorted()).toEqual(expected.toSorted());
  });

  it('covers a whole declaration, the string of a call, the name of a use', () => {
    const text = `import {\n  signIn,\n} from 'next-auth/react';\nsignIn();\nvi.mock('next-auth/react');\n`;
    expect(scanOne('a.ts', text).sites.map(({ start, end }) => text.slice(start, end))).toEqual([
      `import {\n  signIn,\n} from 'next-auth/react';`,
      'signIn',
      `'next-auth/react'`,
    ]);
  });

  it('counts offsets from behind a byte order mark', () => {
    const [site] = scanOne('a.ts', `\uFEFFimport 'next-auth';`).sites;
    expect([site!.start, site!.end]).toEqual([0, 19]);
  });
});

describe('each use of a name', () => {
  it.each([
    [
      'a call, an argument, a shorthand, an export',
      `signIn(); f(signIn); ({ signIn }); export { signIn }; export default signIn;`,
      5,
    ],
    ['an element and its attribute', `<a b={signIn} {...signIn} />;`, 2],
    ['one that is shadowed elsewhere', `function f(signIn: any) { signIn(); } signIn();`, 1],
    ['one above a declaration in a block', `{ signIn(); const signIn = 1; } signIn();`, 1],
    ['a mere name', `a.signIn(); ({ signIn: 1 }); class A { signIn() {} } <a signIn="x" />;`, 0],
    ['a type of it', `type A = typeof signIn; let b: Parameters<typeof signIn>[0];`, 2],
  ])('%s', (_, code, count) => {
    const sites = sitesIn(`import { signIn } from 'next-auth/react';\n${code}`);
    expect(sites.filter((site) => site.startsWith('use'))).toHaveLength(count);
  });

  it('an element is named once', () => {
    const text = `import { SessionProvider as P } from 'next-auth/react'; <P session={s}><i /></P>;`;
    expect(sitesIn(text)).toEqual(['import next-auth/react', 'use next-auth/react#SessionProvider']);
  });
});

describe('what only looks like it', () => {
  it.each([
    `import { auth } from '@auth0/nextjs-auth0'; auth();`,
    `import a from 'next-auth-foo'; a();`,
    `import a from 'next-authjs'; a();`,
    `import a from 'my-next-auth'; a();`,
    `import { useSession, signIn } from '@supabase/auth-helpers-react'; useSession(); signIn(); // unlike next-auth`,
    `// import NextAuth from 'next-auth';\n/* vi.mock('next-auth') */`,
    `const text = "import NextAuth from 'next-auth'"; const b = 'next-auth'; fetch('next-auth');`,
    `function getServerSession() {} getServerSession(); const auth = 'next-auth';`,
    `const a = <p>Sign in with next-auth at /api/auth/signin</p>;`,
    `fetch('/api/authors/session'); fetch('/my-api/auth/session'); fetch('/api/auth/sessions');`,
    `AUTH_TOKEN; process.env.MY_AUTH_SECRET; process.env.AUTH_SECRETS; process.env.AUTH_FOO_ID;`,
    `const s = process.env.STRIPE; // NEXTAUTH_SECRET`,
    `import x from '../api/auth/session/x'; require('../api/auth/session'); vi.mock('@/pages/api/auth/session');`,
  ])('%s', (text) => {
    expect(sitesIn(text)).toEqual([]);
  });

  it('a package of the workspace under the scope @auth', () => {
    const files = {
      'packages/auth-ui/index.ts': `export const Button = 1;`,
      'a.tsx': `import { Button } from '@auth/ui'; <Button />;`,
    };
    expect([...scanApp(files).files.keys()]).toEqual([]);
  });

  it('declarations of the name are Auth.js all the same', () => {
    const files = {
      'next-auth.d.ts': `declare module 'next-auth' { interface Session { a: 1 } }`,
      'a.ts': `import { getServerSession } from 'next-auth'; getServerSession();`,
    };
    expect(scanApp(files).files.get('a.ts')?.sites).toHaveLength(2);
  });
});

describe('mentions', () => {
  it.each([
    [`fetch('/api/auth/session')`, ['address /api/auth/session']],
    [`<a href="/api/auth/signin" />`, ['address /api/auth/signin']],
    ['`${base}/api/auth/signin/github?x=1`', ['address /api/auth/signin/github']],
    [
      `cookies().get('next-auth.session-token'); '__Secure-authjs.session-token'`,
      ['cookie next-auth.session-token', 'cookie authjs.session-token'],
    ],
    [`process.env.NEXTAUTH_SECRET; process.env['AUTH_URL'];`, ['variable NEXTAUTH_SECRET', 'variable AUTH_URL']],
    [`const { AUTH_SECRET, AUTH_GITHUB_ID: id } = process.env;`, ['variable AUTH_SECRET', 'variable AUTH_GITHUB_ID']],
    [
      `z.object({ NEXTAUTH_URL: z.string(), 'AUTH_SECRET': z.string() })`,
      ['variable NEXTAUTH_URL', 'variable AUTH_SECRET'],
    ],
    [`interface Env { NEXTAUTH_URL: string }`, ['variable NEXTAUTH_URL']],
  ])('%s', (text, expected) => {
    expect(sitesIn(text)).toEqual(expected);
  });

  it('leave out a route of the app’s own', () => {
    const files = { 'a.ts': `fetch('/api/auth/session'); fetch('/api/auth/signin');` };
    const { sites } = scanApp(files, { ownRoutes: ['/api/auth/session'] }).files.get('a.ts')!;
    expect(sites.map(({ symbol }) => symbol)).toEqual(['/api/auth/signin']);
  });
});

describe('files that a parser refuses', () => {
  it('are named with the reason, if they mention Auth.js', () => {
    const { files, count } = scanApp({ 'a.ts': `import 'next-auth'; const = 1;`, 'b.ts': `const = 1;` });
    expect([...files.keys()]).toEqual(['a.ts']);
    expect(files.get('a.ts')).toMatchObject({
      sites: [],
      parseError: expect.stringContaining('Unexpected token') as string,
    });
    expect(count).toBe(2);
  });

  it('are none with Flow, or with types in JavaScript', () => {
    const use = ['import next-auth', 'use next-auth#Session'];
    expect(
      sitesIn(`// @flow\nimport type { Session } from 'next-auth';\nconst a = (b: ?Session): any => (b: any);`, 'a.js'),
    ).toEqual(use);
    expect(sitesIn(`import type { Session } from 'next-auth';\nconst a = b as Session;`, 'a.js')).toEqual(use);
    expect(sitesIn(`import { Session } from 'next-auth';\nconst a = <Session>b;`, 'a.ts')).toEqual(use);
  });

  it('are left out where they can’t be read', () => {
    const input = { resolve: () => undefined, importStemsOf: () => [], isOwnRoute: () => false, parse: parseWithOxc };
    expect(scan({ ...input, files: ['a.ts'], read: () => undefined })).toMatchObject({ count: 0 });
  });
});
