import { describe, expect, it } from 'vitest';
import { placesIn, quickly, scanApp } from './app.js';

/** What a parser and the tokens both find in a file; the helper compares the two. */
const found = (text: string, path = 'a.tsx'): string[] => placesIn(scanApp({ [path]: text }).files);
const words = (text: string, path = 'a.tsx'): string[] =>
  found(text, path).map((line) => line.replace(/^\S+ \S+ /, ''));

const IMPORT = `import { useSession, signIn, type Session } from 'next-auth/react';\n`;

describe('tokens and a parser agree on', () => {
  it.each([
    ['comments', `/* import 'next-auth' */ // require('next-auth')\n/** signIn() */ export const a = 1;`],
    ['code behind comments with quotes', `// don't\nconst a = 1; /* it's */ signIn();\n`],
    [
      'text of imports in templates',
      'const a = `import { signIn } from "next-auth"`;\nconst b = `${signIn()} ${`${useSession}`} signIn`;',
    ],
    [
      'regular expressions with quotes',
      `const a = /['"\`]/.test(b) && signIn(); const c = x / 2 / signIn.length; [/[/]'/];`,
    ],
    ['a regular expression behind a condition', `if (a) /'/.test(b); signIn();`],
    [
      'text of elements with apostrophes',
      `const a = <p>Don't {signIn()} isn't</p>; const b = <>it's<b a="'" />{signIn}</>;`,
    ],
    [
      'elements and their attributes',
      `const a = <Provider signIn={signIn} session="Session"><signIn.x.y /></Provider>;`,
    ],
    [
      'comparisons and types that look like elements',
      `const a = b < c && d > (useSession); const f = <T,>(x: Session) => x; g<Session>(a);`,
    ],
    [
      'types',
      `let a: Session | null; type B = Map<string, Session>; interface C { session: Session; Session?: string } a as Session;`,
    ],
    [
      'keys and members',
      `const a = { signIn: 1, useSession }; a.signIn; a?.signIn; b.useSession(); const c = d ? signIn : useSession;`,
    ],
    [
      'names that are declared anew',
      `function f(signIn) { signIn(); } const g = (useSession) => useSession(); { const signIn = 1; signIn; }`,
    ],
    [
      'patterns',
      `const { signIn: a, b = signIn } = c; function f({ useSession }) { useSession(); } try {} catch (signIn) { signIn; }`,
    ],
    [
      'methods',
      `const a = { signIn() {}, async useSession() {}, get Session() { return signIn(); } }; class B { signIn() {} }`,
    ],
    ['labels and cases', `switch (a) { case signIn: break; } b ? c : signIn; d ? signIn() : e; d ? f(signIn) : e;`],
    ['private members', `class A { #signIn = 1; b() { return this.#signIn + signIn; } }`],
    ['enums', `enum A { signIn, useSession = 1 }`],
    ['sequences', `let a, signIn2; f(a, signIn), signIn(a, useSession);`],
    ['a default in a parameter', `function f(a = signIn) {} const g = ({ a = useSession }) => a;`],
    [
      'type parameters',
      `function f<Session>(a: Session) {} function g<T extends Session>(a: T) {} type H<Session> = Session;`,
    ],
    ['type predicates', `function isIt(a: unknown): a is Session { return signIn(a); }`],
    ['line ends of Windows', `signIn();\r\nuseSession();\r\n`],
  ])('%s', (_, code) => {
    expect(found(IMPORT + code).length).toBeGreaterThan(0);
    if (!code.includes('<')) found(IMPORT + code, 'a.ts');
  });

  it.each([
    ['import type', `import type { Session } from 'next-auth';\nlet a: Session;`],
    ['import type with a name of type', `import type from 'next-auth';\ntype;`],
    ['a type among others', `import { type as, type Session as S } from 'next-auth';\nlet a: S;`],
    ['an import for its effects', `import 'next-auth'\nimport "next-auth/react";`],
    ['export * from', `export * from 'next-auth/react'; export * as a from 'next-auth';`],
    [
      'export … from',
      `export { signIn, useSession as b } from 'next-auth/react'; export type { Session } from 'next-auth';`,
    ],
    ['an import in a template', 'const a = import(`next-auth/react`); await import(`next-auth`);'],
    [
      'an import that is awaited',
      `const { signIn } = await import('next-auth/react'); signIn(); (await import('next-auth')).default;`,
    ],
    ['require', `const { getSession } = require('next-auth/react'); getSession(); require("next-auth");`],
    ['import = require', `import a = require('next-auth'); a.default();`],
    [
      'mocks',
      `jest.mock('next-auth', () => ({ a: 1 })); vi.importActual<typeof import('next-auth')>('next-auth'); a.vi.mock('next-auth');`,
    ],
    [
      'a module that is declared',
      `import type { DefaultSession } from 'next-auth';\ndeclare module 'next-auth' { interface Session extends DefaultSession { a: 1 } }`,
    ],
    [
      'a module’s type',
      `type A = import('next-auth').Session; let b: typeof import('next-auth/react'); let c: import("next-auth").User[];`,
    ],
    ['directives of three slashes', `/// <reference types="next-auth" />\nexport {};`],
    ['an import behind its use', `signIn();\nimport { signIn } from 'next-auth/react'`],
    ['all of a module', `import * as auth from 'next-auth/react'; auth.signIn(); auth.useSession;`],
    ['attributes of an import', `import a from 'next-auth/package.json' with { type: 'json' }; a.version;`],
    ['something like Vue', `const a = "<script>import 'next-auth'</script>"; export default {};`],
    [
      'addresses',
      `fetch('/api/auth/session'); <a href="/api/auth/signin?a=1&amp;b">x</a>; const c = \`\${a}/api/auth/callback/\${b}\`;`,
    ],
    [
      'cookies',
      `cookies.get('next-auth.session-token'); // '__Secure-authjs.session-token'\nconst a = { 'authjs.csrf-token': 1 };`,
    ],
    [
      'variables',
      `process.env.NEXTAUTH_URL; const { NEXTAUTH_SECRET, AUTH_URL: a } = env; const b = { AUTH_SECRET, AUTH_GITHUB_ID: 1 }; env['AUTH_SECRET'];`,
    ],
    ['escapes', `const a = '\\'/api/auth/session'; const b = "next-auth.session-token\\n";`],
    ['a shebang', `#!/usr/bin/env node\nimport 'next-auth';`],
    ['other letters', `const größe = '日本 🎉'; // ü\nimport { signIn } from 'next-auth/react'; /* é */ signIn('ñ');`],
    ['a byte order mark', `\uFEFFimport { signIn } from 'next-auth/react';\nsignIn(); // ü`],
    ['a byte order mark before other letters', `\uFEFF'ü';\nimport { signIn } from 'next-auth/react';\nsignIn();`],
    ['a missing bracket', `import { signIn } from 'next-auth/react';\nsignIn(`],
    ['a missing name', `import { signIn } from 'next-auth/react';\nconst = 1;`],
    ['a string without an end', `import { signIn } from 'next-auth/react';\nsignIn('a);`],
    ['the marks of a conflict', `<<<<<<< HEAD\nimport { signIn } from 'next-auth/react';\n=======\n>>>>>>> b\n`],
  ])('%s', (_, text) => {
    expect(found(text, 'a.tsx')).toEqual(expect.any(Array)); // which compares
    if (!text.includes('<typeof')) found(text, 'a.js');
    if (!text.includes('<a')) found(text, 'a.ts');
  });

  it('a route’s own handlers', () => {
    const route = {
      'app/api/auth/[...nextauth]/route.ts': `export { GET } from '@/auth';`,
      'auth.ts': `import NextAuth from 'next-auth';\nexport const { auth, handlers: { GET } } = NextAuth({});`,
    };
    const test = `import { GET } from './route';\nGET();`;
    const files = { ...route, 'app/api/auth/[...nextauth]/route.test.ts': test };
    expect(placesIn(scanApp(files).files)).toContain('app/api/auth/[...nextauth]/route.test.ts 20-29 address ./route');
  });
});

describe('what the tokens tell', () => {
  it('is enough for files that use Auth.js', () => {
    const files = {
      'a.tsx': `'use client';\n${IMPORT}export default function A({ session }: { session: Session }) {\n  const { data } = useSession();\n  return <p onClick={() => signIn()}>Don't</p>;\n}`,
      'b.ts': `import { getServerSession } from 'next-auth';\nimport { authOptions } from '@/lib/auth';\nexport const b = async () => getServerSession(authOptions);`,
      'lib/auth.ts': `import type { NextAuthOptions } from 'next-auth';\nexport const authOptions: NextAuthOptions = {};`,
      'c.ts': `import { vi } from 'vitest';\nvi.mock('next-auth', () => ({ getServerSession: vi.fn() }));`,
      'd.d.ts': `import type { DefaultSession } from 'next-auth';\ndeclare module 'next-auth' { interface Session extends DefaultSession { a: 1 } }`,
    };
    const { files: read, parsed } = quickly(files);
    expect(parsed).toEqual([]);
    expect(placesIn(read)).toEqual(placesIn(scanApp(files).files));
    expect(words(files['a.tsx'])).toEqual(['use Session', 'module next-auth/react', 'use useSession', 'use signIn']);
  });

  it('is not asked where a file says nothing of Auth.js, nor what its names are', () => {
    const { count, parsed } = quickly({
      'a.ts': `const author = 'auth';`,
      'b.ts': `import x from './auth';`,
      'c.ts': '',
    });
    expect({ count, parsed }).toEqual({ count: 3, parsed: [] });
  });

  it('is nothing that a list of tokens has no room for', () => {
    const many = `${IMPORT}${'signIn();\n'.repeat(20_000)}`;
    const { files, parsed } = quickly({ 'a.ts': many });
    expect({ sites: files.get('a.ts')!.sites.length, parsed }).toEqual({ sites: 20_001, parsed: [] });
  });
});
