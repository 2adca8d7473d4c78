import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imbalance, type Report } from '../../lib/ledger.js';
import { git } from '../runner/app.js';
import { folder } from '../runner/folder.js';
import { APP, app, cli, filesOf, LEFTOVER } from './cli.js';

const json = (dir: string, args: readonly string[]) => {
  const { code, out, err } = cli(dir, [...args, '--format', 'json']);
  return { code, err, report: JSON.parse(out) as Report };
};
const changedIn = (dir: string) =>
  git(dir, 'status', '--porcelain', '-z')
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3));
const hashOf = (dir: string) =>
  createHash('sha256')
    .update(JSON.stringify(filesOf(dir)))
    .digest('hex');

describe('run', () => {
  it('migrates the app, and says so', () => {
    const dir = app();
    const { code, out, err } = cli(dir, ['.']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^(?:\. · )?Next 15\.5 \(App Router\) · next-auth 4\.24 → Clerk 7 · TypeScript\n/);
    expect(out).toMatch(/0 errors · \d+\.\d s\n$/);
    expect(cli(dir, ['check']).code).toBe(0);
  });

  it('has nothing to do where there is no Auth.js', () => {
    const dir = app({
      'package.json': '{ "dependencies": { "next": "15.0.0" } }\n',
      'app/page.tsx': 'export default () => null;\n',
    });
    const { code, out } = cli(dir, ['.']);
    expect(code).toBe(0);
    expect(out).toMatch(/no Auth\.js here, nothing to do\n$/);
    expect(changedIn(dir)).toEqual([]);
  });

  it('takes the id and the profile from where it is told', () => {
    const files = {
      ...APP,
      'package.json': APP['package.json']!.replace('"next":', '"@prisma/client": "^6.0.0",\n    "next":'),
      'app/mine/page.tsx': `import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/auth";
import { db } from "../../lib/db";

export default async function Page() {
  const session = await getServerSession(authOptions);
  if (!session?.user) return null;
  const { name } = session.user;
  return <p>{name} has {await db.post.count()}</p>;
}
`,
      'app/list/route.ts': `import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/auth";
import { db } from "../../lib/db";

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session?.user) return new Response(null, { status: 401 });
  return Response.json(await db.post.findMany({ where: { authorId: session.user.id } }));
}
`,
    };
    const after = (...args: string[]) => {
      const dir = app(files);
      const { code, report } = json(dir, ['.', ...args]);
      const { 'app/mine/page.tsx': page, 'app/list/route.ts': route } = filesOf(dir);
      const { 'lib/clerk-session.ts': module, 'clerk.patch.json': patch } = filesOf(dir);
      return { code, ids: report.project?.userIds, page, route, module, patch };
    };
    const auto = after();
    expect(auto).toMatchObject({ code: 0, ids: 'external' });
    expect(auto.route).toContain('const userId = await getUserId();');
    expect(auto.page).toContain('const user = await currentUser();');
    const clerk = after('--user-ids', 'clerk', '--profile', 'claims');
    expect(clerk).toMatchObject({ code: 0, ids: 'clerk' });
    expect(clerk.route).toContain('const { userId } = await auth();');
    expect(clerk.page).toContain('const session = await getSession();');
    expect(auto.patch).toContain('{{user.external_id || user.id}}');
    expect(clerk.patch).toContain('"userId": "{{user.id}}"');
    expect(clerk.module).not.toContain('externalId');
    expect(cli(app(files), ['.', '--user-ids', 'both'])).toMatchObject({ code: 2, out: '' });
  });

  it('reports a file that no parser takes, goes on with the rest, and exits 1', () => {
    const broken = 'import { useSession } from "next-auth/react";\nconst = ;\n';
    const dir = app({ ...APP, 'lib/broken.ts': broken });
    const { code, report } = json(dir, ['.']);
    expect(code).toBe(1);
    expect(imbalance(report)).toBeUndefined();
    const file = report.files.find(({ path }) => path === 'lib/broken.ts');
    expect(file).toMatchObject({ status: 'error', error: expect.stringMatching(/^it does not parse: /) as string });
    expect(report.summary.errors).toBe(1);
    expect(filesOf(dir)['lib/broken.ts']).toBe(broken);
    expect(filesOf(dir)['app/(main)/page.tsx']).toContain('@clerk/nextjs/server');
    // It may import anything, so nothing that it may need goes.
    expect(filesOf(dir)['package.json']).toContain('"next-auth"');
    expect(filesOf(dir)['lib/auth.ts']).toBeDefined();
  });

  it('reports a file that is not UTF-8, which it could not write back', () => {
    const latin = Buffer.from(
      '// caf\u00e9\nimport { signOut } from "next-auth/react";\nexport const a = () => signOut();\n',
      'latin1',
    );
    const dir = app({ ...APP, 'lib/latin.ts': latin });
    const { code, report } = json(dir, ['.']);
    expect(code).toBe(1);
    expect(report.files.find(({ path }) => path === 'lib/latin.ts')?.error).toMatch(/not UTF-8/);
    expect(readFileSync(join(dir, 'lib/latin.ts')).equals(latin)).toBe(true);
    expect(filesOf(dir)['app/(main)/page.tsx']).toContain('@clerk/nextjs/server');
  });

  it('follows no link out of the tree', () => {
    const outside = folder({
      'shared.tsx': 'import { useSession } from "next-auth/react";\nexport const useIt = () => !!useSession().data;\n',
      'lib/x.ts': 'export {};\n',
    });
    const before = filesOf(outside);
    const dir = folder(APP);
    symlinkSync(join(outside, 'shared.tsx'), join(dir, 'app/shared.tsx'));
    symlinkSync(join(outside, 'lib'), join(dir, 'linked'));
    git(dir, 'init', '--quiet');
    git(dir, 'add', '--all');
    git(dir, 'commit', '--quiet', '--message', 'x');
    const { code, report } = json(dir, ['.']);
    expect(code).toBe(0);
    expect(report.files.map(({ path }) => path)).not.toContain('app/shared.tsx');
    expect(filesOf(outside)).toEqual(before);
  });

  it('exits 1 under --strict while anything is left, and 0 otherwise', () => {
    expect(cli(app(LEFTOVER), ['.', '--strict']).code).toBe(1);
    expect(cli(app(LEFTOVER), ['.']).code).toBe(0);
    expect(cli(app(), ['.', '--strict']).code).toBe(0);
  });

  it('writes nothing in a dry run, and says the same', () => {
    const dir = app();
    const before = hashOf(dir);
    const dry = json(dir, ['.', '--dry-run']);
    expect(hashOf(dir)).toBe(before);
    const wet = json(dir, ['.']);
    const files = ({ files, followUps }: Report) => ({ files, followUps });
    expect(files(wet.report)).toEqual(files(dry.report));
    expect(cli(app(), ['.', '-d']).out).toMatch(/To modify.*dry run, nothing was written\n$/s);
  });

  it('prints a diff that git applies', () => {
    const dir = app();
    const copy = folder();
    cpSync(dir, copy, { recursive: true });
    const { out } = cli(dir, ['.', '--dry-run', '--diff']);
    const diff = out.slice(0, out.search(/^(?:\. · )?Next 15/m));
    execFileSync('git', ['apply', '-'], { cwd: copy, input: diff });
    cli(dir, ['.']);
    expect(filesOf(copy)).toEqual(filesOf(dir));
  });

  it('keeps a diff out of what a machine reads', () => {
    const { code, out, err } = cli(app(), ['.', '--dry-run', '--diff', '--format', 'json']);
    expect(code).toBe(0);
    expect(imbalance(JSON.parse(out) as Report)).toBeUndefined();
    expect(err).toMatch(/^diff --git /);
  });

  it('leaves the other transforms’ sites alone where only one is asked for', () => {
    const dir = app();
    const { code, report } = json(dir, ['.', '-t', 'use-session']);
    expect(code).toBe(0);
    expect(imbalance(report)).toBeUndefined();
    expect(changedIn(dir).toSorted()).toEqual(['app/(main)/menu.tsx', 'package.json']);
    const menu = filesOf(dir)['app/(main)/menu.tsx']!;
    expect(menu).toContain('useAuth');
    expect(menu).toContain('signOut({ callbackUrl: "/" })');
    expect(menu).not.toContain('TODO');
    const manual = report.files.flatMap(({ sites }) => sites.filter(({ outcome }) => outcome === 'manual'));
    expect(new Set(manual.map(({ rule }) => rule))).toEqual(new Set(['not-selected', 'import-in-use']));
    // The code imports it now.
    expect(JSON.parse(filesOf(dir)['package.json']!)).toMatchObject({
      dependencies: { '@clerk/nextjs': expect.any(String) as string, 'next-auth': '^4.24.13' },
    });
  });

  it('takes several transforms, with commas or one by one, and ends like the whole chain', () => {
    const names = cli(folder(), ['list'])
      .out.trim()
      .split('\n')
      .map((line) => line.split(' ')[0]!);
    const [whole, listed] = [app(), app()];
    cli(whole, ['.']);
    cli(listed, ['.', '-t', names.slice(0, 3).join(','), ...names.slice(3).flatMap((name) => ['-t', name])]);
    expect(filesOf(listed)).toEqual(filesOf(whole));
  });

  it('leaves ignored files as they are', () => {
    const dir = app();
    const { report } = json(dir, ['.', '--ignore', 'app/(main)/**']);
    // What it needs stays, with a comment that says why.
    expect(changedIn(dir).toSorted()).toEqual(['app/api/auth/[...nextauth]/route.ts', 'lib/auth.ts']);
    expect(report.files.find(({ path }) => path === 'app/(main)/page.tsx')?.sites[0]?.rule).toBe('outside-path');
  });

  it('puts comments at what is left, or none', () => {
    const [with_, without] = [app(LEFTOVER), app(LEFTOVER)];
    cli(with_, ['.']);
    cli(without, ['.', '--no-todo']);
    expect(filesOf(with_)['app/(main)/menu.tsx']).toContain('// TODO(authjs-clerk): session-call-as-value — ');
    expect(filesOf(without)['app/(main)/menu.tsx']).toBe(LEFTOVER['app/(main)/menu.tsx']);
    expect(JSON.stringify(filesOf(without))).not.toContain('TODO');
  });

  it('colours nothing without a terminal or under NO_COLOR', () => {
    const plain = cli(app(LEFTOVER), ['.', '--diff'], { FORCE_COLOR: undefined, NO_COLOR: undefined });
    const told = cli(app(LEFTOVER), ['.', '--diff'], { NO_COLOR: '1' });
    for (const { out, err } of [plain, told]) expect(out + err).not.toContain('\u001b');
  });

  it('says under --verbose what each part came to and took, on stderr, and the report stays what it was', () => {
    const dir = app();
    const { code, out, err } = cli(dir, ['.', '--verbose', '--format', 'json']);
    expect(code).toBe(0);
    const { summary } = JSON.parse(out) as Report;
    const lines = err.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/ +\d+\.\d\d s  /, ': '))).toEqual([
      expect.stringMatching(/^Found: 1 app, \d+ source files$/),
      expect.stringMatching(/^Scanned: \d+ references in \d+ files$/),
      `Planned: ${summary.filesChanged} files to change, ${summary.filesCreated} to create, ${summary.filesDeleted} to delete`,
      expect.stringMatching(/^Formatted: \d+ files, where the app has a formatter$/),
      `Wrote: ${summary.filesChanged + summary.filesCreated + summary.filesDeleted} files`,
    ]);
    expect(cli(app(), ['.', '--verbose', '--quiet'])).toMatchObject({ out: '', err: '' });
  });

  it('prints nothing but errors under --quiet, unless a format is asked for', () => {
    const dir = folder(APP); // no git: a remark that --quiet leaves out
    expect(cli(dir, ['.', '--dry-run', '--quiet', '--format', 'json']).out).toMatch(/^\{/);
    expect(cli(dir, ['.', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(filesOf(dir)['lib/auth.ts']).toBeUndefined();
    expect(cli(dir, ['nowhere', '-q'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('nowhere') });
  });

  it('prints JSON that adds up, and writes the same into a file', () => {
    const dir = app(LEFTOVER);
    const { report } = json(dir, ['.', '--dry-run', '--report', 'report.json']);
    expect(imbalance(report)).toBeUndefined();
    expect(JSON.parse(filesOf(dir)['report.json']!)).toEqual(report);
    expect(report.files.map(({ path }) => path)).toEqual(report.files.map(({ path }) => path).toSorted());
  });

  it('works outside of git, and says that there is no way back', () => {
    const dir = folder(APP);
    const { code, err } = cli(dir, ['.'], { XDG_STATE_HOME: folder(), GIT_CEILING_DIRECTORIES: join(dir, '..') });
    expect(code).toBe(0);
    expect(err).toBe('This is not a git work tree: keep a copy, there is no other way back.\n');
    expect(filesOf(dir)['lib/auth.ts']).toBeUndefined();
  });

  it('reads the app from a folder in it, and names paths as seen from there', () => {
    const dir = app();
    const { code, report } = json(join(dir, 'app'), ['..']);
    expect(code).toBe(0);
    expect(report.root).toBe('..');
    expect(report.files.map(({ path }) => path)).toContain('../lib/auth.ts');
    expect(report.files.map(({ path }) => path)).toContain('(main)/page.tsx');
    expect(cli(dir, ['check']).code).toBe(0);
  });

  it('changes one file where the path is one', () => {
    const dir = app();
    const { code, report } = json(dir, ['app/(main)/menu.tsx']);
    expect(code).toBe(0);
    expect(imbalance(report)).toBeUndefined();
    expect(changedIn(dir)).toEqual(['app/(main)/menu.tsx']);
    const others = report.files.filter(({ path }) => path !== 'app/(main)/menu.tsx').flatMap(({ sites }) => sites);
    expect(new Set(others.map(({ rule }) => rule))).toEqual(new Set(['outside-path']));
  });

  it('takes an app’s src for the app', () => {
    const inSrc = Object.fromEntries(
      Object.entries(APP).map(([path, text]) => [path.endsWith('.json') ? path : `src/${path}`, text]),
    );
    const dir = app(inSrc);
    expect(json(dir, ['src']).code).toBe(0);
    const files = filesOf(dir);
    expect(files['package.json']).not.toContain('next-auth');
    expect(files['src/lib/auth.ts']).toBeUndefined();
    expect(files['src/middleware.ts']).toContain('clerkMiddleware()');
    expect(cli(dir, ['check']).code).toBe(0);
  });

  it('does not change manifests where the path is a folder in the app', () => {
    const dir = app();
    json(dir, ['app/(main)']);
    expect(changedIn(dir).toSorted()).toEqual(['app/(main)/menu.tsx', 'app/(main)/page.tsx']);
  });
});
