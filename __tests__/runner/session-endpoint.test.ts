import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { fill, folder } from './folder.js';

const AUTH = (callbacks: string) => `import { getServerSession } from 'next-auth';

export const authOptions = {
  session: { strategy: 'jwt' },
  providers: [],
  callbacks: { ${callbacks} },
};

export const getServerAuthSession = () => getServerSession(authOptions);
`;
const OWN = AUTH('session({ session, token }) { session.user.role = token.sub; return session; }');
const ROLE = `'use client';
import { useSession } from 'next-auth/react';

export const useRole = () => useSession().data?.user.role;
`;
const APP = {
  'package.json': JSON.stringify({ dependencies: { next: '^15.5.9', react: '^19.0.0', 'next-auth': '^4.24.0' } }),
  'app/layout.js': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'lib/auth.js': OWN,
  'app/role.js': ROLE,
};

/** What the files of an app become, and what a second run would still change. */
async function runOn(files: Record<string, string>) {
  const dir = folder(files);
  const plan = async () =>
    planRun(await readProject('.', { cwd: dir }), { transforms: TRANSFORMS, isPartial: false, todo: true }).files;
  const after: Record<string, string | undefined> = {};
  for (const { path, after: text } of await plan()) after[path.slice(dir.length + 1)] = text ?? undefined;
  fill(
    dir,
    Object.fromEntries(Object.entries(after).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  );
  return { after, again: (await plan()).map(({ path }) => path) };
}

describe('the route that client code asks for the session', () => {
  it('answers with what the callbacks make', async () => {
    const { after, again } = await runOn(APP);
    expect(after['app/role.js']).toContain("from '../lib/clerk-session-client'");
    expect(after['app/api/clerk-session/route.js']).toContain(
      "import { getSession } from '../../../lib/clerk-session';",
    );
    expect(after['lib/clerk-session.js']).toContain('sessionCallbacks.session(');
    expect(after['lib/clerk-session-client.js']).toContain("const ENDPOINT = '/api/clerk-session';");
    expect(again).toEqual([]);
  });

  it('is asked below the app’s basePath', async () => {
    const { after } = await runOn({ ...APP, 'next.config.mjs': 'export default { basePath: process.env.BASE };\n' });
    expect(after['lib/clerk-session-client.js']).toContain('process.env.__NEXT_ROUTER_BASEPATH');
  });

  it.each([
    ['an app that is exported', "output: 'export'"],
    ['an app with other names for its routes', "pageExtensions: ['page.js', 'route.js']"],
  ])('is not made for %s', async (_, setting) => {
    const { after } = await runOn({ ...APP, 'next.config.mjs': `export default { ${setting} };\n` });
    expect(after).not.toHaveProperty(['app/api/clerk-session/route.js']);
    expect(after['app/role.js']).toContain('TODO(authjs-clerk)');
  });

  it('is made for getSession() in the browser, also where Clerk’s profile is all', async () => {
    const ask = `import { getSession } from 'next-auth/react';

export const fetchAs = async (address) => fetch(address, { headers: { who: (await getSession())?.user?.email } });
`;
    const { after, again } = await runOn({ ...APP, 'lib/auth.js': AUTH(''), 'app/role.js': ask });
    expect(after['app/role.js']).toBe(ask.replace('next-auth/react', '../lib/clerk-session-client'));
    expect(after['lib/clerk-session-client.js']).not.toContain('useSession');
    expect(after['app/api/clerk-session/route.js']).toContain('NextResponse.json(await getSession()');
    expect(again).toEqual([]);
  });
});
