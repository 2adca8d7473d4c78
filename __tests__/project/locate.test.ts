import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadInput, readProject } from '../../lib/project/index.js';
import { git, manifest, tree } from './tree.js';

const app = { 'package.json': manifest({ 'next-auth': '^4.24.0' }), 'src/app/page.tsx': '', 'src/auth.ts': '' };
const monorepo = {
  'pnpm-workspace.yaml': 'packages:\n  - "apps/*"\n  - packages/*\n',
  'pnpm-lock.yaml': '',
  'apps/web/package.json': manifest({ '@acme/auth': 'workspace:*' }),
  'apps/web/app/page.tsx': '',
  'apps/docs/package.json': { name: 'docs', dependencies: { next: '14.0.0' } },
  'apps/docs/pages/index.tsx': '',
  'packages/auth/package.json': { name: '@acme/auth', dependencies: { 'next-auth': '5.0.0-beta.25', next: '*' } },
  'packages/auth/index.ts': '',
};

describe('the path given', () => {
  it.each([
    ['.', true],
    ['src', true],
    ['src/app', false],
    ['src/auth.ts', false],
  ])('%s leads to the app, whole: %s', async (path, isWhole) => {
    const cwd = tree(app);
    const project = await readProject(path, { cwd });
    expect(project.apps.map((item) => item.dir)).toEqual([cwd]);
    expect(project.root).toBe(cwd);
    expect(project.target).toBe(join(cwd, path));
    expect(project.isWhole).toBe(isWhole);
  });

  it('limits what is edited, not what is read', async () => {
    const cwd = tree(app);
    const project = await readProject('src/auth.ts', { cwd });
    expect(project.sourceFiles).toEqual([join(cwd, 'src/app/page.tsx'), join(cwd, 'src/auth.ts')]);
    expect(project.sourceFiles.map((file) => project.isTargeted(file))).toEqual([false, true]);
  });

  it('takes folders of Next’s as they are written', async () => {
    const paths = ['app/(auth)/[id]/page.tsx', 'app/a/page.tsx', 'app/@slot/page.tsx'];
    const cwd = tree({ 'package.json': manifest(), ...Object.fromEntries(paths.map((path) => [path, ''])) });
    const project = await readProject('app/(auth)/[id]', { cwd });
    expect(project.sourceFiles.filter((file) => project.isTargeted(file))).toEqual([join(cwd, paths[0] ?? '')]);
    const ignored = await readProject('.', { cwd, ignore: ['app/(auth)/[id]/**', './app/@slot'] });
    expect(ignored.sourceFiles.filter((file) => ignored.isTargeted(file))).toEqual([join(cwd, 'app/a/page.tsx')]);
    expect(ignored.sourceFiles).toHaveLength(3);
  });

  it('may be reached through a link', async () => {
    const cwd = tree({ 'real/package.json': manifest(), 'real/app/page.tsx': '' });
    symlinkSync(join(cwd, 'real'), join(cwd, 'link'));
    expect((await readProject('link', { cwd })).root).toBe(join(cwd, 'real'));
  });
});

describe('monorepos', () => {
  it('are read whole from a root without a manifest', async () => {
    const cwd = tree(monorepo);
    const project = await readProject('.', { cwd });
    expect(project.apps.map((item) => item.dir)).toEqual([join(cwd, 'apps/docs'), join(cwd, 'apps/web')]);
    expect(project.packages).toHaveLength(3);
    expect(project.isWhole).toBe(true);
    expect(project.packageManager).toBe('pnpm');
  });

  it('are read whole from one app, which alone is the run’s', async () => {
    const cwd = tree(monorepo);
    const project = await readProject('apps/web', { cwd });
    expect(project.root).toBe(cwd);
    expect(project.apps.map((item) => item.dir)).toEqual([join(cwd, 'apps/web')]);
    expect(project.isWhole).toBe(true);
    expect(project.isTargeted(join(cwd, 'packages/auth/index.ts'))).toBe(false);
    expect(project.sourceFiles).toContain(join(cwd, 'packages/auth/index.ts'));
    expect(project.appOf(join(cwd, 'packages/auth/index.ts'))?.dir).toBe(join(cwd, 'apps/web'));
    expect(project.packageOf(join(cwd, 'packages/auth/index.ts'))?.name).toBe('@acme/auth');
  });

  it.each(['packages/auth', 'packages'])('take %s for the apps that use it', async (path) => {
    const cwd = tree(monorepo);
    const project = await readProject(path, { cwd });
    expect(project.apps.map((item) => item.dir)).toEqual([join(cwd, 'apps/web')]);
    expect(project.isWhole).toBe(false);
  });

  it('may give next to apps that do not declare it, with or without a manifest of their own', async () => {
    const cwd = tree({
      'package.json': { workspaces: ['apps/*'], dependencies: { next: '15.0.0', 'next-auth': '4.24.0' } },
      'nx.json': {},
      'apps/own/package.json': { name: 'own' },
      'apps/own/app/layout.tsx': '',
      'apps/nx/next.config.js': '',
      'apps/nx/pages/_app.tsx': '',
      'apps/vite/package.json': { name: 'vite' },
      'apps/vite/src/pages/home.tsx': '',
    });
    const { apps } = await readProject('.', { cwd });
    expect(apps.map((item) => item.dir)).toEqual([join(cwd, 'apps/nx'), join(cwd, 'apps/own')]);
    expect(apps.map((item) => [item.next.major, item.authjs?.major])).toEqual([
      [15, 4],
      [15, 4],
    ]);
  });

  it('may be told by git alone, and samples in a repository are read by themselves', async () => {
    const cwd = tree({
      'web/package.json': manifest(),
      'web/app/page.tsx': '',
      'cli/package.json': { name: 'cli' },
      '__testfixtures__/apps/a/package.json': manifest(),
      '__testfixtures__/apps/a/app/page.tsx': '',
    });
    expect((await readProject('web', { cwd })).root).toBe(join(cwd, 'web'));
    git(cwd, 'init');
    const project = await readProject('web', { cwd });
    expect(project.root).toBe(cwd);
    expect(project.gitRoot).toBe(cwd);
    const sample = join(cwd, '__testfixtures__/apps/a');
    const alone = await readProject(sample, { cwd });
    expect([alone.root, alone.gitRoot]).toEqual([sample, cwd]);
    expect((await readProject('.', { cwd })).apps.map((item) => item.dir)).toEqual([join(cwd, 'web')]);
  });
});

describe('bad input', () => {
  const refusal = async (path: string, cwd: string): Promise<string> => {
    const error: unknown = await readProject(path, { cwd }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(BadInput);
    const message = (error as BadInput).message;
    expect(message).not.toContain('\n');
    return message;
  };

  it('is a path that is missing', async () => {
    expect(await refusal('nope', tree(app))).toMatch(/no file or folder at .*nope: check the path/);
  });

  it.skipIf(process.getuid?.() === 0)('is a folder that may not be read', async () => {
    const cwd = tree({ ...app, 'locked/a.ts': '' });
    chmodSync(join(cwd, 'locked'), 0);
    try {
      expect(await refusal('locked', cwd)).toMatch(/locked can't be read: give yourself the right/);
      expect(await refusal('.', cwd)).toMatch(/locked can't be read: give yourself the right/);
    } finally {
      chmodSync(join(cwd, 'locked'), 0o755);
    }
  });

  it('is a tree without any manifest', async () => {
    expect(await refusal('.', tree({ 'a.ts': '' }))).toMatch(/no package\.json at, above or below .*: give the folder/);
  });

  it('is a package without Next.js', async () => {
    const cwd = tree({ 'package.json': { dependencies: { react: '19' } }, 'src/pages/a.tsx': '' });
    const hint = /depends on "next": give the folder of a Next\.js app/;
    expect([await refusal('.', cwd), await refusal('src/pages/a.tsx', cwd)]).toEqual(
      Array(2).fill(expect.stringMatching(hint)),
    );
  });

  it('is a folder beside the apps, and they are named', async () => {
    expect(await refusal('docs', tree({ ...monorepo, 'docs/a.md': '' }))).toMatch(/give one of apps\/docs, apps\/web/);
  });

  it.each(['{', '[]', ''])('is an app whose package.json is %j', async (text) => {
    const cwd = tree({ ...app, 'package.json': text });
    expect(await refusal('src', cwd)).toContain(`${join(cwd, 'package.json')} can't be read as JSON: repair it`);
  });

  it('is a broken app below the path, and broken YAML of the workspace', async () => {
    const files = { ...monorepo, 'apps/web/package.json': '{', 'apps/web/next.config.js': '' };
    const cwd = tree(files);
    expect(await refusal('.', cwd)).toContain(join(cwd, 'apps/web/package.json'));
    const other = tree({ ...monorepo, 'pnpm-workspace.yaml': 'packages: [' });
    expect(await refusal('.', other)).toContain('pnpm-workspace.yaml is not valid YAML');
  });

  it('is not an app without Auth.js', async () => {
    const { apps } = await readProject('.', { cwd: tree({ 'package.json': manifest(), 'app/page.tsx': '' }) });
    expect(apps[0]).toMatchObject({ authjs: undefined, authjsStyle: undefined, database: undefined });
  });
});
