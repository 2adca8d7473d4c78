import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { git } from './app.js';
import { fill, folder, tree } from './folder.js';
import { runOn } from './app.js';
import type { Ui } from '../../lib/runner/preferences.js';

const MANIFEST = { name: 'app', dependencies: { next: '^15.0.0', react: '^19.0.0', 'next-auth': '4.24.15' } };
const OPTIONS = (pages: string) =>
  `import NextAuth from "next-auth";\n\nexport default NextAuth({ providers: []${pages} });\n`;
const HOME = `'use client';
import { signIn } from 'next-auth/react';

export default function Home() {
  return <button onClick={() => signIn()}>Sign in</button>;
}
`;
const FORM = (call: string) => `'use client';
import { signIn } from 'next-auth/react';

export default function Page() {
  return (
    <form action={(data) => ${call}}>
      <input name="email" />
    </form>
  );
}
`;
const SIGN_IN = FORM("signIn('email', { email: data.get('email') })");

/** What an app becomes, file by file. */
async function migrated(files: Record<string, string>, ui?: Ui) {
  const dir = folder({ 'package.json': JSON.stringify(MANIFEST), '.gitignore': '.env.local\n', ...files });
  git(dir, 'init', '--quiet');
  git(dir, 'add', '--all');
  git(dir, 'commit', '--quiet', '--message', 'state');
  const { report } = await runOn(dir, { ...(ui && { ui }) });
  const again = await runOn(dir, { force: true, ...(ui && { ui }) });
  expect(again.report.summary.filesChanged + again.report.summary.filesCreated).toBe(0);
  return {
    dir,
    report,
    env: tree(dir)['.env.local'] ?? '',
    has: (path: string) => existsSync(join(dir, path)),
    files: tree(dir),
  };
}

const APP = {
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'pages/api/auth/[...nextauth].ts': OPTIONS(''),
  'app/page.tsx': HOME,
};

it('names the sign-in page that the options name', async () => {
  const { env, report } = await migrated({
    ...APP,
    'pages/api/auth/[...nextauth].ts': OPTIONS(', pages: { signIn: "/enter" }'),
    'app/enter/page.tsx': SIGN_IN,
  });
  expect(env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_IN_URL=\/enter$/m);
  expect(env).not.toContain('SIGN_UP_URL');
  const keys = report.followUps.find(({ title }) => title === 'Set Clerk’s two keys');
  expect(keys?.detail).toContain('NEXT_PUBLIC_CLERK_SIGN_IN_URL=/enter');
});

it('names the pages on which people sign in and up, below a language too', async () => {
  const { env } = await migrated({
    ...APP,
    'app/auth/sign-in/page.tsx': SIGN_IN,
    'app/auth/register/page.tsx': FORM("signIn('credentials', { email: data.get('email') })"),
  });
  expect(env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_IN_URL=\/auth\/sign-in$/m);
  expect(env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_UP_URL=\/auth\/register$/m);
  const named = await migrated({
    ...APP,
    'pages/api/auth/[...nextauth].ts': OPTIONS(', pages: { signIn: "/login" }'),
    'app/[locale]/login/page.tsx': SIGN_IN,
  });
  expect(named.env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_IN_URL=\/login$/m);
});

it('names none where the app has none, or where the one that the options name is missing', async () => {
  expect((await migrated(APP)).env).not.toContain('_URL=');
  const missing = { ...APP, 'pages/api/auth/[...nextauth].ts': OPTIONS(', pages: { signIn: "/nowhere" }') };
  expect((await migrated(missing)).env).not.toContain('_URL=');
});

it('--ui self-hosted gives an app without such pages both of them', async () => {
  const { files, env, has } = await migrated(APP, 'self-hosted');
  expect(files['app/sign-in/[[...sign-in]]/page.tsx']).toBe(
    `import { SignIn } from "@clerk/nextjs";\n\nexport default function SignInPage() {\n  return <SignIn />;\n}\n`,
  );
  expect(files['app/sign-up/[[...sign-up]]/page.tsx']).toContain('return <SignUp />;');
  expect(env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_IN_URL=\/sign-in\nNEXT_PUBLIC_CLERK_SIGN_UP_URL=\/sign-up$/m);
  expect(has('pages/sign-in')).toBe(false);
});

it.each([
  [
    'the Pages Router',
    {
      'pages/_app.tsx': 'export default ({ Component, pageProps }) => <Component {...pageProps} />;\n',
      'pages/index.tsx': HOME,
      'app/layout.tsx': undefined,
      'app/page.tsx': undefined,
    },
    'pages/sign-in/[[...sign-in]].tsx',
  ],
  [
    'a language',
    {
      'app/layout.tsx': undefined,
      'app/[locale]/layout.tsx': APP['app/layout.tsx'],
      'i18n/routing.ts': "export const routing = { locales: ['de', 'fr'], defaultLocale: 'de' };\n",
    },
    'app/[locale]/sign-in/[[...sign-in]]/page.tsx',
  ],
  [
    'several root layouts',
    {
      'app/layout.tsx': undefined,
      'app/(app)/layout.tsx': APP['app/layout.tsx'],
      'app/(auth)/layout.tsx': APP['app/layout.tsx'],
    },
    'app/(auth)/sign-in/[[...sign-in]]/page.tsx',
  ],
])(
  '--ui self-hosted puts them below what renders the document: %s',
  async (_, changes: Record<string, string | undefined>, path) => {
    const files = Object.entries({ ...APP, ...changes }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    expect((await migrated(Object.fromEntries(files), 'self-hosted')).has(path)).toBe(true);
  },
);

it('--ui self-hosted lets people through a middleware of the app’s own to the new pages', async () => {
  const own = `import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export async function middleware(req: NextRequest) {
  const token = await getToken({ req });
  if (!token && req.nextUrl.pathname !== '/') return NextResponse.redirect(new URL('/', req.url));
  return NextResponse.next();
}
`;
  const { files } = await migrated({ ...APP, 'middleware.ts': own }, 'self-hosted');
  expect(files['middleware.ts']).toContain('if (/^\\/sign-(in|up)(\\/|$)/.test(');
  expect((await migrated({ ...APP, 'middleware.ts': own })).files['middleware.ts']).not.toContain('sign-');
  const { 'app/layout.tsx': layout, ...rest } = APP;
  const below = await migrated({ ...rest, 'app/[locale]/layout.tsx': layout, 'middleware.ts': own }, 'self-hosted');
  expect(below.files['middleware.ts']).not.toContain('sign-');
  expect(below.report.followUps.map(({ title }) => title)).toContain(
    'See that signed-out people reach the new sign-in pages',
  );
});

it.each([
  ['without a middleware', {}, ''],
  [
    'with a middleware of its own',
    {
      'middleware.ts': `import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export async function middleware(req: NextRequest) {
  if (!(await getToken({ req }))) return NextResponse.redirect(new URL('/welcome', req.url));
  return NextResponse.next();
}

export const config = { matcher: ['/((?!welcome).*)'] };
`,
    },
    '/^\\/[a-z]{2,3}(-[A-Za-z]{2,4})?\\/sign-(in|up)(\\/|$)/.test(pathname)\n  )\n    return;',
  ],
  [
    'with an authorized callback of next-auth 5',
    {
      'package.json': JSON.stringify({
        ...MANIFEST,
        dependencies: { ...MANIFEST.dependencies, 'next-auth': '5.0.0-beta.30' },
      }),
      'pages/api/auth/[...nextauth].ts': 'export {};\n',
      'auth.ts': `import NextAuth from 'next-auth';

export const { auth } = NextAuth({ providers: [], callbacks: { authorized: ({ auth }) => !!auth } });
`,
      'middleware.ts': "export { auth as middleware } from './auth';\n",
    },
    '!/^\\/[a-z]{2,3}(-[A-Za-z]{2,4})?\\/sign-(in|up)(\\/|$)/.test(req.nextUrl.pathname)',
  ],
  [
    'with withAuth()',
    { 'middleware.ts': "export { default } from 'next-auth/middleware';\n" },
    '!/^\\/[a-z]{2,3}(-[A-Za-z]{2,4})?\\/sign-(in|up)(\\/|$)/.test(pathname)',
  ],
])(
  '--ui self-hosted names the pages below the language that an app falls back on: %s',
  async (_, middleware, passes) => {
    const { 'app/layout.tsx': layout, ...rest } = APP;
    const { files, env, has } = await migrated(
      {
        ...rest,
        'app/[lang]/(site)/layout.tsx': layout,
        'i18n/routing.ts': "export const routing = { locales: ['de', 'fr'], defaultLocale: 'de' };\n",
        ...(middleware as Record<string, string>),
      },
      'self-hosted',
    );
    expect(has('app/[lang]/(site)/sign-in/[[...sign-in]]/page.tsx')).toBe(true);
    expect(env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_IN_URL=\/de\/sign-in\nNEXT_PUBLIC_CLERK_SIGN_UP_URL=\/de\/sign-up$/m);
    expect(files['middleware.ts'] ?? '').toContain(passes);
  },
);

it('--ui self-hosted makes no pages below a folder whose value nobody knows', async () => {
  const { 'app/layout.tsx': layout, ...rest } = APP;
  const tenant = await migrated({ ...rest, 'app/[tenant]/layout.tsx': layout }, 'self-hosted');
  expect(tenant.env).not.toContain('_URL=');
  expect(tenant.has('app/[tenant]/sign-in')).toBe(false);
  const language = await migrated({ ...rest, 'app/[locale]/layout.tsx': layout }, 'self-hosted');
  expect(language.has('app/[locale]/sign-in')).toBe(false);
  expect(language.report.followUps.map(({ title }) => title)).toContain('Give Clerk’s forms pages of their own');
});

it('--ui self-hosted leaves an app its own page, and makes none where one stands', async () => {
  const own = await migrated({ ...APP, 'app/login/page.tsx': SIGN_IN }, 'self-hosted');
  expect(own.has('app/sign-in')).toBe(false);
  expect(own.env).toMatch(/^NEXT_PUBLIC_CLERK_SIGN_IN_URL=\/login$/m);
  expect(own.has('app/sign-up/[[...sign-up]]/page.tsx')).toBe(true);
  const taken = await migrated({ ...APP, 'app/sign-up/page.tsx': 'export default () => null;\n' }, 'self-hosted');
  expect(taken.has('app/sign-up/[[...sign-up]]')).toBe(false);
  expect(taken.env).not.toContain('SIGN_UP_URL');
});

it('an env file of a later app keeps what names its pages', async () => {
  const { dir, env } = await migrated(APP, 'self-hosted');
  fill(dir, { '.env.local': env.replace('/sign-in', '/elsewhere') });
  await runOn(dir, { force: true, ui: 'self-hosted' });
  expect(tree(dir)['.env.local']).toBe(env.replace('/sign-in', '/elsewhere'));
});
