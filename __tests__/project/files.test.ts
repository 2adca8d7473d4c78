import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../lib/project/file-kinds.js';
import { readProject } from '../../lib/project/index.js';
import { slashed } from '../../lib/project/paths.js';
import { git, manifest, tree } from './tree.js';

const files = {
  'package.json': manifest(),
  '.gitignore': 'node_modules\n.env*.local\n/dist\n/generated\n',
  '.env.local': 'A=1',
  '.env.example': 'A=',
  '.envrc': '',
  'app/build/page.tsx': '',
  'app/(a b)/[ü]/page.tsx': '',
  'app/coverage/page.tsx': '',
  'coverage/a.js': '',
  'dist/a.js': '',
  'generated/a.ts': '',
  'public/x.min.js': '',
  'node_modules/x/index.js': '',
  '.next/a.js': '',
  'Dockerfile.prod': '',
  'pnpm-lock.yaml': '',
  '.github/workflows/ci.yml': '',
};
const sources = ['app/(a b)/[ü]/page.tsx', 'app/build/page.tsx', 'app/coverage/page.tsx'];
const configs = ['.env.example', '.env.local', '.github/workflows/ci.yml', 'Dockerfile.prod', 'package.json'];

async function list(cwd: string, path = '.'): Promise<{ sources: string[]; configs: string[]; gitRoot: boolean }> {
  const project = await readProject(path, { cwd });
  return {
    sources: project.sourceFiles.map((file) => slashed(cwd, file)),
    configs: project.configFiles.map((file) => slashed(cwd, file)),
    gitRoot: project.gitRoot === cwd,
  };
}

describe('files', () => {
  it('are listed without git', async () => {
    expect(await list(tree(files))).toEqual({ sources, configs, gitRoot: false });
  });

  it('are listed by git, tracked and new, with env files that it ignores, without deleted ones', async () => {
    const cwd = tree({ ...files, 'gone.ts': '' });
    git(cwd, 'init');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-m', 'a');
    writeFileSync(join(cwd, 'zz.ts'), '');
    rmSync(join(cwd, 'gone.ts'));
    expect(await list(cwd)).toEqual({ sources: [...sources, 'zz.ts'], configs, gitRoot: true });
  });

  it('are listed by git in a subfolder of a repository', async () => {
    const cwd = tree({ 'web/package.json': manifest(), 'web/app/page.tsx': '', 'other/a.ts': '' });
    git(cwd, 'init');
    expect(await list(cwd, 'web')).toEqual({
      sources: ['web/app/page.tsx'],
      configs: ['web/package.json'],
      gitRoot: true,
    });
  });

  it('are listed without git where git ignores the app or there is no git', async () => {
    const cwd = tree({ '.gitignore': 'tmp', 'tmp/package.json': manifest(), 'tmp/app/page.tsx': '' });
    git(cwd, 'init');
    expect(await list(cwd, 'tmp')).toMatchObject({ sources: ['tmp/app/page.tsx'], gitRoot: false });
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      const other = tree({ ...files, '.git/HEAD': '' });
      expect(await list(other)).toEqual({ sources, configs, gitRoot: false });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it.each([false, true])('never lead through a link (git: %s)', async (withGit) => {
    const outside = tree({ 'secret.ts': '' });
    const cwd = tree({ 'package.json': manifest(), 'app/page.tsx': '' });
    symlinkSync(outside, join(cwd, 'out-of-tree'));
    symlinkSync(join(outside, 'secret.ts'), join(cwd, 'app/secret.ts'));
    symlinkSync(join(outside, 'secret.ts'), join(cwd, '.env.local'));
    symlinkSync(cwd, join(cwd, 'app/loop'));
    if (withGit) {
      // A tracked folder that has become a link since: git still lists what was in it.
      mkdirSync(join(cwd, 'was'));
      writeFileSync(join(cwd, 'was/secret.ts'), '');
      git(cwd, 'init');
      git(cwd, 'add', '.');
      rmSync(join(cwd, 'was'), { recursive: true });
      symlinkSync(outside, join(cwd, 'was'));
    }
    expect(await list(cwd)).toEqual({ sources: ['app/page.tsx'], configs: ['package.json'], gitRoot: withGit });
    const project = await readProject('.', { cwd });
    expect(project.resolve('./secret', join(cwd, 'app/page.tsx'))).toBeUndefined();
  });

  it.each([
    ['a.tsx', 'source'],
    ['next-auth.d.ts', 'source'],
    ['a.mts', 'source'],
    ['env.mjs', 'source'],
    ['jquery.min.js', undefined],
    ['.env', 'config'],
    ['.env.production', 'config'],
    ['.envrc', undefined],
    ['Dockerfile', 'config'],
    ['compose.prod.yaml', 'config'],
    ['pnpm-lock.yaml', undefined],
    ['turbo.json', 'config'],
    ['tsconfig.json', undefined],
    ['fly.toml', 'config'],
    ['deploy.sh', 'config'],
    ['README.md', undefined],
  ])('%s is %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});
