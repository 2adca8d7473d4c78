import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseCount } from '../../lib/ast/parse.js';
import { imbalance } from '../../lib/ledger.js';
import { readProject } from '../../lib/project/index.js';
import { planRun, type RunPlan } from '../../lib/runner/plan.js';
import { scanCount } from '../../lib/scan/oxc.js';
import type { Transform } from '../../lib/source/transform.js';
import { LAST, TRANSFORMS } from '../../transforms/index.js';
import { APP } from '../bin/cli.js';
import { checkout, FIXTURES } from './app.js';
import { folder } from './folder.js';

const MENU = 'app/(main)/menu.tsx';
const PAGE = 'app/(main)/page.tsx';
const ROUTE = 'app/api/auth/[...nextauth]/route.ts';

async function plan(
  files: Readonly<Record<string, string>>,
  transforms: readonly Transform[] = TRANSFORMS,
): Promise<RunPlan & { after: Record<string, string | null> }> {
  const dir = folder(files);
  const project = await readProject('.', { cwd: dir });
  const result = planRun(project, { transforms, isPartial: false, todo: true });
  expect(imbalance(result.report)).toBeUndefined();
  return {
    ...result,
    after: Object.fromEntries(result.files.map(({ path, after }) => [path.slice(dir.length + 1), after])),
  };
}

/** A transform that does something bad to one file, in front of the chain. */
const bad = (path: string, apply: Transform['apply']): Transform => ({
  name: 'bad',
  description: '',
  rules: [],
  apply: (file) => {
    if (file.path.endsWith(path)) apply(file);
  },
});

afterEach(() => vi.restoreAllMocks());

describe('a transform that fails', () => {
  it('leaves its file as it was, named with the reason, and the others go on', async () => {
    const thrower = bad(MENU, (file) => {
      file.edits.insert(0, '// half a rewrite\n');
      file.context.note({ rule: 'x', title: 'of a rewrite that never was', detail: '' });
      file.context.helperModule('getUserId', 'app');
      throw new Error('cannot do this\nat some line');
    });
    const { report, after } = await plan(APP, [thrower, ...TRANSFORMS]);
    expect(after).not.toHaveProperty([MENU]);
    const file = report.files.find(({ path }) => path === MENU)!;
    expect(file).toMatchObject({ status: 'error', error: 'bad: cannot do this', transforms: [] });
    expect(file.sites.length).toBeGreaterThan(0);
    expect(new Set(file.sites.map(({ rule, outcome }) => `${rule} ${outcome}`))).toEqual(
      new Set(['file-error manual']),
    );
    expect(report.summary.errors).toBe(1);
    expect(report.followUps.map(({ title }) => title)).not.toContain('of a rewrite that never was');
    expect(Object.keys(after)).not.toContain('lib/clerk-session.ts');
    expect(after[PAGE]).toContain('@clerk/nextjs/server');
    // It still imports next-auth/react, and its useSession() asks the route.
    expect(after['package.json']).toContain('"next-auth"');
    expect(after[ROUTE]).not.toBeNull();
    expect(after['lib/auth.ts']).not.toBeNull();
  });

  it('that makes edits which overlap rolls its file back', async () => {
    const overlapping = bad(MENU, (file) => {
      file.edits.replace({ start: 0, end: 10 }, 'a');
      file.edits.replace({ start: 5, end: 15 }, 'b');
    });
    const { report, after } = await plan(APP, [overlapping, ...TRANSFORMS]);
    expect(after).not.toHaveProperty([MENU]);
    expect(report.files.find(({ path }) => path === MENU)).toMatchObject({
      status: 'error',
      error: expect.stringMatching(/overlaps/) as string,
    });
    expect(after[PAGE]).toContain('@clerk/nextjs/server');
    expect(after['lib/auth.ts']).not.toBeNull();
  });

  it('that writes what does not parse rolls its file back', async () => {
    const garbling = bad(MENU, (file) => file.edits.insert(0, 'const = ;\n'));
    const { report, after } = await plan(APP, [garbling, ...TRANSFORMS]);
    expect(after).not.toHaveProperty([MENU]);
    expect(report.files.find(({ path }) => path === MENU)?.error).toMatch(/the rewrite would not parse/);
  });

  it.each(['lib/auth.ts', ROUTE])('on the set-up in %s keeps all of the set-up', async (path) => {
    const { apply } = LAST;
    vi.spyOn(LAST, 'apply').mockImplementation((file) => {
      if (file.path.endsWith(path)) throw new Error('no');
      apply(file);
    });
    const { report, after } = await plan(APP);
    expect(after).not.toHaveProperty([path]);
    for (const kept of ['lib/auth.ts', ROUTE]) expect(after[kept]).not.toBeNull();
    expect(after['package.json']).toContain('"next-auth"');
    expect(report.summary).toMatchObject({ errors: 1, filesDeleted: 0 });
    expect(report.files.find((file) => file.path === path)?.error).toBe('auth-config: no');
    expect(after[PAGE]).toContain('@clerk/nextjs/server');
  });

  it('keeps the set-up of its own app only', async () => {
    const monorepo = Object.fromEntries([
      ['package.json', '{ "private": true, "workspaces": ["apps/*"] }\n'],
      ...['one', 'two'].flatMap((app) => Object.entries(APP).map(([path, text]) => [`apps/${app}/${path}`, text])),
    ]) as Record<string, string>;
    const { after } = await plan(monorepo, [
      bad(`apps/one/${MENU}`, () => {
        throw new Error('no');
      }),
      ...TRANSFORMS,
    ]);
    expect(after['apps/one/lib/auth.ts']).not.toBeNull();
    expect(after['apps/two/lib/auth.ts']).toBeNull();
    expect(after['apps/one/package.json']).toContain('"next-auth"');
    expect(after['apps/two/package.json']).not.toContain('"next-auth"');
  });
});

describe('what is left to a person', () => {
  it('keeps what it runs on: an exported middleware stands in a statement of the set-up’s kind', async () => {
    const { after } = await plan({
      'package.json': '{ "dependencies": { "next": "15.5.9", "next-auth": "5.0.0-beta.30" } }\n',
      'tsconfig.json': '{}\n',
      'auth.ts':
        'import NextAuth from "next-auth";\nimport { knows } from "./people";\n\nexport const { auth, handlers } = NextAuth({\n  providers: [],\n  callbacks: { authorized: ({ auth }) => knows(auth) },\n});\n',
      'middleware.ts': 'export { auth as middleware } from "./auth";\n',
      'app/page.tsx': 'export default () => null;\n',
    });
    expect(after['middleware.ts']).toMatch(/^\/\/ TODO.*\nexport \{ auth as middleware \} from "\.\/auth";\n$/);
    expect(after['auth.ts']).not.toBeNull();
  });
});

describe('generated files', () => {
  const V5 = {
    'package.json': '{ "dependencies": { "next": "16.0.10", "next-auth": "^5.0.0-beta.30", "pg": "8.0.0" } }\n',
    'tsconfig.json': '{}\n',
    'auth.ts': `import NextAuth from 'next-auth'\n\nexport const { auth, handlers } = NextAuth({ providers: [] })\n`,
    'app/page.tsx': `import { auth } from '../auth'

export default async function Page() {
\tconst session = await auth()
\tif (!session?.user) return null
\treturn <p>{session.user.id}</p>
}
`,
  };

  it('stand where Next looks for them, written as the app is', async () => {
    const { after } = await plan(V5);
    expect(after['proxy.ts']).toMatch(
      /^import \{ clerkMiddleware \} from '@clerk\/nextjs\/server'\n\nexport default clerkMiddleware\(\)\n/,
    );
    expect(after['lib/clerk-session.ts']).toMatch(/\n\tconst \{ userId, sessionClaims \} = await auth\(\)\n/);
    const old = await plan({ ...V5, 'package.json': V5['package.json'].replace('16.0.10', '15.5.9') });
    expect(Object.keys(old.after)).toContain('middleware.ts');
    const inSrc = Object.fromEntries(
      Object.entries(V5).map(([path, text]) => [path.endsWith('.json') ? path : `src/${path}`, text]),
    );
    expect(Object.keys((await plan(inSrc)).after)).toContain('src/proxy.ts');
  });

  it('never take the place of a module of the app’s own', async () => {
    const own = 'export const getUserId = () => 1;\n';
    const { after } = await plan({ ...V5, 'lib/clerk-session.ts': own, 'proxy.ts': 'export function proxy() {}\n' });
    expect(after).not.toHaveProperty(['lib/clerk-session.ts']);
    expect(after['proxy.ts']).toMatch(/proxy[\s\S]*clerkMiddleware\(/);
    expect(after['lib/clerk-auth.ts']).toContain('getUserId');
    expect(after['app/page.tsx']).toContain(`from '../lib/clerk-auth'`);
    const other = await plan({ ...V5, 'lib/clerk-session.js': own });
    expect(Object.keys(other.after)).toContain('lib/clerk-auth.ts');
  });

  it('are no business of an app that runs Clerk already, and one whose middleware does not is told', async () => {
    const { after, report } = await plan({
      ...V5,
      'proxy.ts': `import { clerkMiddleware } from '@clerk/nextjs/server'\n\nexport default clerkMiddleware()\n`,
    });
    expect(after).not.toHaveProperty(['proxy.ts']);
    expect(report.followUps.map(({ rule }) => rule)).not.toContain('middleware-compose');
    const other = await plan({ ...V5, 'proxy.ts': "// like clerkMiddleware()\nexport { proxy } from './other'\n" });
    expect(other.report.followUps.map(({ rule }) => rule)).toContain('middleware-compose');
  });
});

describe('the options of an app', () => {
  it('are not those of its neighbour', async () => {
    const app = (page: string) => ({
      'package.json': '{ "dependencies": { "next": "15.5.9", "next-auth": "^4.24.13" } }\n',
      'tsconfig.json': '{}\n',
      'app/page.tsx': 'export default () => null;\n',
      'lib/auth.ts': `import type { NextAuthOptions } from "next-auth";\n\nexport const authOptions: NextAuthOptions = { providers: [], pages: { signIn: "${page}" } };\n`,
      'middleware.ts': 'export { default } from "next-auth/middleware";\n',
    });
    const { after } = await plan(
      Object.fromEntries([
        ['package.json', '{ "private": true, "workspaces": ["apps/*"] }\n'],
        ...['one', 'two'].flatMap((name) =>
          Object.entries(app(`/${name}/enter`)).map(([path, text]) => [`apps/${name}/${path}`, text]),
        ),
      ]) as Record<string, string>,
    );
    expect(after['apps/one/middleware.ts']).toContain('/one/enter');
    expect(after['apps/two/middleware.ts']).toContain('/two/enter');
    expect(after['apps/two/middleware.ts']).not.toContain('/one/enter');
  });
});

describe('a callback that decides who may sign in', () => {
  const withCallback = (body: string) => ({
    ...APP,
    'lib/auth.ts': `import type { NextAuthOptions } from "next-auth";

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: { signIn: ({ user }) => ${body} },
};
`,
  });
  const manual = ({ report }: RunPlan) =>
    report.files.flatMap(({ path, sites }) =>
      sites.filter(({ outcome }) => outcome === 'manual').map(({ rule }) => `${path} ${rule}`),
    );

  it('outlives the set-up as a function that a person finds a place for', async () => {
    const result = await plan(withCallback('user.email?.endsWith("@example.com") === true'));
    expect(result.after['lib/auth.ts']).toMatch(
      /\/\/ TODO\(authjs-clerk\): auth-config-sign-in-callback .*\nexport const signInCheck = \{\n +signIn: \(\{ user \}\) => user\.email\?\.endsWith\("@example\.com"\) === true\n\} satisfies \{ signIn\(params: \{ user: User \}\): unknown \};/,
    );
    expect(result.after).toHaveProperty([ROUTE], null);
    expect(manual(result)).toEqual(['lib/auth.ts auth-config-sign-in-callback']);
    expect(result.report.followUps.map(({ rule }) => rule)).toContain('auth-config-sign-in-callback');
    expect(result.after[MENU]).not.toContain('next-auth');
  });

  it.each([
    ['it uses Auth.js itself', 'check(user, NextAuth)', 'import NextAuth from "next-auth";\n'],
    ['it says `this`', 'this.allowed(user)', ''],
    ['a function makes the options', 'mayEnter(user)', ''],
  ])('is a comment where %s', async (kind, body, above) => {
    const files = withCallback(body);
    const made = files['lib/auth.ts'].replace(
      /export const authOptions: NextAuthOptions = (\{[^]*\});\n$/,
      'const make = (mayEnter: (user: unknown) => boolean): NextAuthOptions => ($1);\nexport const authOptions = make(Boolean);\n',
    );
    const text = kind.startsWith('a function') ? made : files['lib/auth.ts'];
    const result = await plan({ ...files, 'lib/auth.ts': above + text });
    expect(result.after['lib/auth.ts']).toMatch(
      /^\/\/ TODO\(authjs-clerk\): auth-config-sign-in-callback [^\n]*\n\/\*\n *signIn: [^\n]*\n\*\/\n$/,
    );
    expect(result.after['lib/auth.ts']).toContain(body);
    expect(result.after).toHaveProperty([ROUTE], null);
    expect(manual(result)).toEqual(['lib/auth.ts auth-config-sign-in-callback']);
    expect(result.after[MENU]).not.toContain('next-auth');
  });

  it('stands in a file of its own where it stood in a route', async () => {
    const result = await plan({
      ...APP,
      [ROUTE]: `import NextAuth from "next-auth";

const handler = NextAuth({ providers: [], callbacks: { signIn: ({ user }) => mayEnter(user) } });
export { handler as GET, handler as POST };
`,
      'lib/auth.ts': '',
    });
    expect(result.after).toHaveProperty([ROUTE], null);
    expect(result.after['lib/former-callbacks.ts']).toMatch(
      /^\/\/ TODO\(authjs-clerk\): auth-config-sign-in-callback [^\n]*\n\/\*\n *signIn: \(\{ user \}\) => mayEnter\(user\),\n\*\/\n\nexport \{\};\n$/,
    );
    expect(manual(result)).toContain(`${ROUTE} auth-config-sign-in-callback`);
  });

  it('is a comment with all that may hold it, where it comes from elsewhere', async () => {
    const result = await plan({
      ...APP,
      'lib/auth.ts': `import type { NextAuthOptions } from "next-auth";
import { callbacks } from "./callbacks";

export const authOptions: NextAuthOptions = { providers: [], callbacks };
`,
      'lib/callbacks.ts': 'export const callbacks = { signIn: ({ user }) => user.email.endsWith("@example.com") };\n',
    });
    expect(result.after['lib/auth.ts']).toMatch(/\/\*\n *callbacks,\n\*\//);
    expect(result.after).not.toHaveProperty(['lib/callbacks.ts']);
  });

  it('goes where it lets everybody in', async () => {
    const result = await plan(withCallback('true'));
    expect(result.after).toHaveProperty(['lib/auth.ts'], null);
    expect(manual(result)).toEqual([]);
  });
});

describe('what a run parses', () => {
  it.each(['v4-app-ts', 'v4-pages-js', 'v5-app-ts', 'v5-src-proxy', 'monorepo'])(
    '%s: oxc takes each file that changes or has a site once, and few others; Babel none',
    async (name) => {
      const project = await readProject('.', { cwd: checkout(join(FIXTURES, 'apps', name, 'input')) });
      const [babel, oxc] = [parseCount.babel, scanCount.oxc];
      const { report } = planRun(project, { transforms: TRANSFORMS, isPartial: false, todo: true });
      const sources = report.files.filter(({ path }) => /\.[jt]sx?$/.test(path));
      const withSites = sources.filter(({ sites }) => sites.length > 0).length;
      const roots = sources.filter(({ transforms }) => transforms.includes('clerk-provider')).length;
      expect(withSites).toBeGreaterThan(4);
      expect(parseCount.babel - babel).toBe(0);
      // Each file with a site, and none of those whose bytes say nothing of Auth.js or of a module that hands it on.
      expect(scanCount.oxc - oxc).toBeGreaterThanOrEqual(withSites + roots);
      expect(scanCount.oxc - oxc).toBeLessThanOrEqual(withSites + roots + 1);
    },
  );

  it('nothing at all where no file’s bytes match', async () => {
    const [babel, oxc] = [parseCount.babel, scanCount.oxc];
    await plan({
      'package.json': '{ "dependencies": { "next": "15.5.9" } }\n',
      'app/page.tsx': 'export default () => null;\n',
      'app/auth.ts': 'export const useSession = () => null;\n',
    });
    expect([parseCount.babel - babel, scanCount.oxc - oxc]).toEqual([0, 0]);
  });

  it('only files that import a module which hands Auth.js on, besides those that name it', async () => {
    const before = scanCount.oxc;
    const { report } = await plan({
      ...APP,
      'lib/unrelated.ts': 'import { one } from "./plain";\nexport const two = one + 1;\n',
      'lib/other-auth.ts': 'export const authOptions = 1;\n',
      'app/user.tsx': 'import { authOptions } from "../lib/auth";\nexport const providers = authOptions.providers;\n',
    });
    expect(report.files.map(({ path }) => path)).toContain('app/user.tsx');
    expect(scanCount.oxc - before).toBe(5);
  });
});
