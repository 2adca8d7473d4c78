import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { PlannedFile } from '../../lib/ledger.js';
import { colorDiff, unifiedDiff } from '../../lib/runner/diff.js';
import { findStale, temporaryPath, writePlan } from '../../lib/runner/write.js';
import { folder, tree } from './folder.js';

const BOM = '\ufeff';

describe('stale files', () => {
  test('other bytes, gone, there where nothing was: each is found, and nothing else', () => {
    const dir = folder({
      'same.ts': 'a',
      'bom.ts': `${BOM}a\r\n`,
      'other.ts': 'b',
      'lost-bom.ts': 'a',
      'appeared.ts': '',
      'invalid.ts': Buffer.from([0x61, 0xff]),
      'dir/x': '',
    });
    const plan: PlannedFile[] = [
      { path: join(dir, 'same.ts'), before: 'a', after: 'x' },
      { path: join(dir, 'bom.ts'), before: `${BOM}a\r\n`, after: 'x' },
      { path: join(dir, 'new/deep.ts'), before: null, after: 'x' },
      { path: join(dir, 'other.ts'), before: 'a', after: 'x' },
      { path: join(dir, 'lost-bom.ts'), before: `${BOM}a`, after: 'x' },
      { path: join(dir, 'appeared.ts'), before: null, after: 'x' },
      { path: join(dir, 'invalid.ts'), before: Buffer.from([0x61, 0xff]).toString('utf8'), after: 'x' },
      { path: join(dir, 'gone.ts'), before: 'a', after: null },
      { path: join(dir, 'dir'), before: null, after: 'x' },
    ];
    expect(findStale(plan)).toEqual(plan.slice(3).map((file) => file.path));
  });
});

describe('writing a plan', () => {
  test('changes, creates and deletes; no temporary file stays', () => {
    const dir = folder({
      'package.json': '{}',
      'a.ts': 'old',
      'app/api/auth/[...nextauth]/route.ts': 'x',
      'app/page.tsx': 'y',
      'same.ts': 's',
    });
    const written: string[] = [];
    const plan: PlannedFile[] = [
      { path: join(dir, 'a.ts'), before: 'old', after: `${BOM}new\r\n` },
      { path: join(dir, 'lib/deep/new.ts'), before: null, after: 'ü' },
      { path: join(dir, 'app/api/auth/[...nextauth]/route.ts'), before: 'x', after: null },
      { path: join(dir, 'same.ts'), before: 's', after: 's' },
    ];
    writePlan(plan, { written: (file) => written.push(file.path) });
    expect(readFileSync(join(dir, 'a.ts'), 'utf8')).toBe(`${BOM}new\r\n`);
    expect(readFileSync(join(dir, 'lib/deep/new.ts'), 'utf8')).toBe('ü');
    expect(Object.keys(tree(dir))).toEqual([
      'a.ts',
      'app/',
      'app/page.tsx',
      'lib/',
      'lib/deep/',
      'lib/deep/new.ts',
      'package.json',
      'same.ts',
    ]);
    expect(written).toEqual([plan[2]!.path, plan[0]!.path, plan[1]!.path]);
  });

  test('empty folders go up to the nearest package, and none where no package is known', () => {
    const dir = folder({
      'package.json': '{}',
      'apps/web/package.json': '{}',
      'apps/web/src/auth/x.ts': 'x',
      'apps/lone/only.ts': 'x',
    });
    writePlan([
      { path: join(dir, 'apps/web/src/auth/x.ts'), before: 'x', after: null },
      { path: join(dir, 'apps/lone/only.ts'), before: 'x', after: null },
    ]);
    expect(Object.keys(tree(dir))).toEqual(['apps/', 'apps/web/', 'apps/web/package.json', 'package.json']);
    const bare = folder({ 'only/x.ts': 'x' });
    writePlan([{ path: join(bare, 'only/x.ts'), before: 'x', after: null }]);
    expect(Object.keys(tree(bare))).toEqual(['only/']);
  });

  test('a file may make room for a folder, and a folder for a file', () => {
    const dir = folder({ 'package.json': '{}', auth: 'x', 'lib/session/index.ts': 'y' });
    const plan: PlannedFile[] = [
      { path: join(dir, 'auth/index.ts'), before: null, after: '1' },
      { path: join(dir, 'lib/session'), before: null, after: '2' },
      { path: join(dir, 'auth'), before: 'x', after: null },
      { path: join(dir, 'lib/session/index.ts'), before: 'y', after: null },
    ];
    writePlan(plan);
    expect(tree(dir)).toMatchObject({ 'auth/index.ts': '1', 'lib/session': '2' });
  });

  test.skipIf(process.platform === 'win32')("the old file's mode and a symbolic link are kept", () => {
    const dir = folder({ 'run.sh': 'a', '.env': 'b', 'real/target.ts': 'c' });
    chmodSync(join(dir, 'run.sh'), 0o755);
    chmodSync(join(dir, '.env'), 0o600);
    symlinkSync('real/target.ts', join(dir, 'link.ts'));
    writePlan(
      ['run.sh', '.env', 'link.ts'].map((name, index) => ({
        path: join(dir, name),
        before: 'abc'[index]!,
        after: 'new',
      })),
    );
    expect(statSync(join(dir, 'run.sh')).mode & 0o777).toBe(0o755);
    expect(statSync(join(dir, '.env')).mode & 0o777).toBe(0o600);
    expect(lstatSync(join(dir, 'link.ts')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(dir, 'real/target.ts'), 'utf8')).toBe('new');
  });

  test('where a file cannot be written, the old one and no temporary one stands', () => {
    const dir = folder({ 'a/x': '' });
    expect(() => writePlan([{ path: join(dir, 'a'), before: null, after: 'x' }])).toThrow(/EISDIR|EPERM|ENOTEMPTY/);
    expect(Object.keys(tree(dir))).toEqual(['a/', 'a/x']);
  });

  test('what an earlier run left at the temporary name is no obstacle', () => {
    const dir = folder({ 'a.ts': 'old' });
    writeFileSync(temporaryPath(join(dir, 'a.ts')), 'half');
    writePlan([{ path: join(dir, 'a.ts'), before: 'old', after: 'new' }]);
    expect(tree(dir)).toEqual({ 'a.ts': 'new' });
  });
});

describe('a unified diff', () => {
  test('has the form of git, line ends as they are', () => {
    expect(unifiedDiff({ path: '/x', before: 'a\r\nb', after: 'a\r\nc\r\n' }, 'src/x.ts')).toBe(
      'diff --git a/src/x.ts b/src/x.ts\n--- a/src/x.ts\n+++ b/src/x.ts\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\r\n',
    );
    expect(unifiedDiff({ path: '/x', before: 'a', after: 'a' }, 'x')).toBe('');
  });

  test('git applies it: changed, created, empty, deleted, odd names', () => {
    const before: Record<string, string> = {
      'app/[id]/a b.ts': `${BOM}1\r\n2\r\n3`,
      'ü.ts': 'x\n',
      'gone.ts': 'a\nb\n',
      'empty.ts': '',
    };
    const after: Record<string, string> = {
      'app/[id]/a b.ts': '1\r\n2\r\n4\n',
      'ü.ts': 'x',
      'lib/new.ts': 'n\n',
      'blank.ts': '',
    };
    const dir = folder(before);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const diff = names
      .map((name) =>
        unifiedDiff({ path: join(dir, name), before: before[name] ?? null, after: after[name] ?? null }, name),
      )
      .join('');
    execFileSync('git', ['apply', '-'], { cwd: dir, input: diff, stdio: ['pipe', 'pipe', 'pipe'] });
    const expected = folder(after);
    expect(tree(dir)).toEqual(tree(expected));
  });

  test('never shows the values of an env file', () => {
    const before = 'NEXTAUTH_SECRET=hush1\nexport A="hush2\nhush3"\n# OLD=hush4\n# a word\nEMPTY=\n';
    const diff = unifiedDiff({ path: '/x', before, after: 'CLERK_SECRET_KEY=hush5\n' }, 'apps/web/.env.local');
    expect(diff).not.toContain('hush');
    expect(diff).toContain(
      '-NEXTAUTH_SECRET=••••\n-export A=••••\n-••••\n-# OLD=••••\n-# a word\n-EMPTY=\n+CLERK_SECRET_KEY=••••\n',
    );
    expect(unifiedDiff({ path: '/x', before: 'A=1\n', after: 'A=2\n' }, '.env.example')).toContain('+A=2');
  });

  test.each([
    ['.env.example', 'GITHUB_SECRET=hush\n', '-GITHUB_SECRET=••••'],
    ['docker-compose.yml', '      - AUTH_SECRET="hush"\n', '-      - AUTH_SECRET=••••'],
    ['Dockerfile', 'ENV AUTH_SECRET=hush\n', '-ENV AUTH_SECRET=••••'],
    ['ci.yml', '  AUTH_SECRET: ${{ secrets.AUTH_SECRET }}\n', '-  AUTH_SECRET: ${{ secrets.AUTH_SECRET }}'],
    ['app.json', '    "NEXTAUTH_SECRET": {\n', '-    "NEXTAUTH_SECRET": {'],
    ['lib/key.ts', 'const SECRET_KEY = "x";\n', '-const SECRET_KEY = "x";'],
  ])('in %s a diff shows no secret that is written out', (path, before, shown) => {
    expect(unifiedDiff({ path: '/x', before, after: '' }, path).split('\n')).toContain(shown);
  });

  test('colours tell a removed line from a header', () => {
    const colors = pc.createColors(true);
    const diff = unifiedDiff({ path: '/x', before: '-- x\nb', after: '++ y\n' }, 'x');
    const lines = colorDiff(diff + unifiedDiff({ path: '/y', before: null, after: 'n\n' }, 'y'), colors).split('\n');
    expect(lines).toContain(colors.red('--- x'));
    expect(lines).toContain(colors.green('+++ y'));
    expect(lines).toContain(colors.bold('--- a/x'));
    expect(lines).toContain(colors.bold('+++ b/y'));
    expect(lines).toContain('\\ No newline at end of file');
    expect(colorDiff(diff, pc.createColors(false))).toBe(diff);
  });
});

test('a folder in the place of a planned file is stale', () => {
  const dir = folder();
  mkdirSync(join(dir, 'a.ts'));
  expect(findStale([{ path: join(dir, 'a.ts'), before: 'a', after: 'b' }])).toHaveLength(1);
});
