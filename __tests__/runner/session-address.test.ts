import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { AUTO } from '../../lib/runner/preferences.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { fill, folder } from './folder.js';

const APP = (version: string) => ({
  'package.json': JSON.stringify({ dependencies: { next: '^15.5.9', react: '^19.0.0', 'next-auth': version } }),
  'app/layout.js': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
});
const V4 = {
  ...APP('^4.24.0'),
  'app/api/auth/[...nextauth]/route.js': `import NextAuth from 'next-auth';
const handler = NextAuth({ providers: [] });
export { handler as GET, handler as POST };
`,
};
const V5 = {
  ...APP('^5.0.0-beta.30'),
  'auth.js': `import NextAuth from 'next-auth';
export const { handlers, auth } = NextAuth({ providers: [] });
`,
  'app/api/auth/[...nextauth]/route.js': `import { handlers } from '../../../../auth';
export const { GET, POST } = handlers;
`,
};
const ROUTE = 'app/api/auth/session/route.js';
const ASKS = `import useSWR from 'swr';

export const useMe = () => useSWR('/api/auth/session', (address) => fetch(address).then((answer) => answer.json()));
`;

/** What a run makes of an app, its sites, and what a second run would still change. */
async function runOn(files: Record<string, string>, ui: 'auto' | 'self-hosted' = 'auto') {
  const dir = folder(files);
  const plan = async () =>
    planRun(await readProject('.', { cwd: dir }), {
      transforms: TRANSFORMS,
      isPartial: false,
      todo: true,
      preferences: { ...AUTO, ui },
    });
  const first = await plan();
  const after = Object.fromEntries(first.files.map((each) => [each.path.slice(dir.length + 1), each.after]));
  for (const [path, text] of Object.entries(after))
    if (text === null) rmSync(join(dir, path));
    else fill(dir, { [path]: text });
  const sites = first.report.files.flatMap((file) => file.sites.map((site) => ({ path: file.path, ...site })));
  return { after, sites, again: (await plan()).files.map(({ path }) => path) };
}

const outcomes = ({ sites }: Awaited<ReturnType<typeof runOn>>, path: string) =>
  sites.filter((site) => site.path.endsWith(path)).map(({ outcome }) => outcome);

describe('requests for the session by its address', () => {
  it.each([
    ['next-auth 4, which has an empty object for nobody', V4, '(await getSession()) ?? {}'],
    ['next-auth 5, which has null', V5, 'NextResponse.json(await getSession(), {'],
  ])('are answered by the app as by %s', async (_, app, answer) => {
    const run = await runOn({ ...app, 'lib/use-me.js': ASKS });
    expect(run.after[ROUTE]).toContain(answer);
    expect(run.after).not.toHaveProperty(['lib/use-me.js']);
    expect(outcomes(run, 'use-me.js')).toEqual(['bridged']);
    expect(run.after['app/api/auth/[...nextauth]/route.js']).toBe(null);
    expect(run.again).toEqual([]);
  });

  it('are answered in the Pages Router', async () => {
    const run = await runOn({
      'package.json': V4['package.json'],
      'pages/_app.js': 'export default ({ Component, pageProps }) => <Component {...pageProps} />;\n',
      'pages/api/auth/[...nextauth].js': `import NextAuth from 'next-auth';\nexport default NextAuth({ providers: [] });\n`,
      'pages/api/me.js': `export default async function handler(req, res) {
  const answer = await fetch(\`https://\${req.headers.host}/api/auth/session\`, { headers: { cookie: req.headers.cookie } });
  res.json(await answer.json());
}
`,
      'next.config.mjs': `export default {
  headers: async () => [{ source: '/api/auth/session', headers: [{ key: 'cache-control', value: 'no-store' }] }],
};
`,
    });
    expect(run.after['pages/api/auth/session.js']).toContain('json((await getSession(req)) ?? {})');
    expect(outcomes(run, 'me.js')).toEqual(['bridged']);
    expect(outcomes(run, 'next.config.mjs')).toEqual(['bridged']);
    expect(run.again).toEqual([]);
  });

  it.each([
    ['that send something', `export const renew = () => fetch('/api/auth/session', { method: 'POST' });\n`],
    ['for a token', `export const token = () => fetch('/api/auth/csrf');\n`],
    ['for the providers', `export const providers = () => fetch('/api/auth/providers');\n`],
  ])('are left %s, with what to write', async (_, code) => {
    const run = await runOn({ ...V4, 'lib/ask.js': code });
    expect(run.after).not.toHaveProperty([ROUTE]);
    expect(outcomes(run, 'ask.js')).toEqual(['manual']);
    expect(run.after['lib/ask.js']).toMatch(
      /TODO\(authjs-clerk\): auth-address — Clerk answers at no such address: \w+/,
    );
  });

  it('are left where sessions hold fields that the generated module can’t yield', async () => {
    const callbacks = 'callbacks: { session: (params) => fill(params) }';
    const route = V4['app/api/auth/[...nextauth]/route.js'].replace('providers: []', `providers: [], ${callbacks}`);
    const own = { 'app/api/auth/[...nextauth]/route.js': `import { fill } from 'fills-sessions';\n${route}` };
    const run = await runOn({ ...V4, ...own, 'lib/use-me.js': ASKS });
    expect(run.after).not.toHaveProperty([ROUTE]);
    expect(outcomes(run, 'use-me.js')).toEqual(['manual']);
  });
});

describe('redirects of next.config', () => {
  const config = (destination: string) => `export default {
  redirects: async () => [
    { source: '/enter', destination: '${destination}', permanent: false }, // printed on cards
  ],
};
`;

  it('lead to the page that holds Clerk’s form', async () => {
    const signIn = '/api/auth/signin?callbackUrl=/desk';
    const generated = await runOn({ ...V4, 'next.config.mjs': config(signIn) }, 'self-hosted');
    expect(generated.after['next.config.mjs']).toBe(config('/sign-in?redirect_url=%2Fdesk'));
    expect(generated.again).toEqual([]);
  });

  it('go with the routes of Auth.js where they lead to all of them', async () => {
    const settings = (entries: string) => `const nextConfig = {
  async rewrites() {
    return [
      // the old shop
      { source: '/shop/:path*', destination: 'https://shop.example/:path*' },
${entries}      { source: '/docs', destination: '/help' },
    ];
  },
  redirects: async () => [ENTRY],
};

export default nextConfig;
`;
    const both = `      // shorter addresses
      {
        source: '/auth/:path*',
        destination: '/api/auth/:path*',
      },
`;
    const entry = "{ source: '/a/(.*)', destination: '/api/auth/(.*)', permanent: false },";
    const before = settings(both).replace('ENTRY', entry);
    const run = await runOn({ ...V4, 'next.config.mjs': before });
    expect(run.after['next.config.mjs']).toBe(settings('').replace('ENTRY', ''));
    expect(run.again).toEqual([]);
    const own = { 'app/api/auth/register/route.js': 'export const POST = () => Response.json({});\n' };
    expect((await runOn({ ...V4, ...own, 'next.config.mjs': before })).after).not.toHaveProperty(['next.config.mjs']);
    const kept = {
      'lib/options.js': `import { fill } from 'fills-sessions';

export const options = { providers: [], callbacks: { session: (params) => fill(params) } };
`,
      'lib/log.js': `import { getServerSession } from 'next-auth';
import { options } from './options';

export const log = async () => console.log(await getServerSession(options));
`,
      'app/api/auth/[...nextauth]/route.js': `import NextAuth from 'next-auth';
import { options } from '../../../../lib/options';
const handler = NextAuth(options);
export { handler as GET, handler as POST };
`,
    };
    const stays = await runOn({ ...V4, ...kept, 'next.config.mjs': before });
    expect(stays.after['app/api/auth/[...nextauth]/route.js']).toContain('auth-config-in-use');
    expect(stays.after).not.toHaveProperty(['next.config.mjs']);
  });

  it('are left where Clerk’s own pages have no address that is known', async () => {
    const run = await runOn({ ...V4, 'next.config.mjs': config('/api/auth/signin') });
    expect(outcomes(run, 'next.config.mjs')).toEqual(['manual']);
    const out = await runOn({ ...V4, 'next.config.mjs': config('/api/auth/signout') }, 'self-hosted');
    expect(out.after['next.config.mjs']).toContain('sign out by <SignOutButton>');
  });
});
