import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import { check, type CheckOptions } from '../../lib/runner/check.js';
import { collector, commitAll, git } from './app.js';
import { fill, folder } from './folder.js';

const APP = {
  'package.json': '{ "dependencies": { "next": "15.5.9", "next-auth": "^4.24.11" } }\n',
  '.env.example': 'NEXTAUTH_SECRET=\n',
  'app/page.tsx': 'export default () => null;\n',
  'app/menu.tsx': `import { signIn, signOut } from 'next-auth/react';\n\nsignIn();\nsignOut();\nsignOut();\n`,
  'app/link.tsx': `export const link = '/api/auth/signin';\n`,
};

async function checked(dir: string, options: Partial<CheckOptions> = {}) {
  const output = collector();
  const code = await check({ cwd: dir, path: '.', format: 'json', ignore: [], ...options }, output);
  const report = JSON.parse(output.text.out) as Report;
  const left = report.files.flatMap(({ path, sites }) => sites.map(({ line, symbol }) => `${path}:${line} ${symbol}`));
  return { code, left, notes: report.followUps.map(({ title, detail }) => `${title}: ${detail}`) };
}

describe('a baseline', () => {
  const baseline = 'leftovers.json';
  const withBaseline = async () => {
    const dir = folder(APP);
    expect((await checked(dir, { baseline, updateBaseline: true })).code).toBe(0);
    return dir;
  };

  it('lets pass what it lists, and says so', async () => {
    const dir = await withBaseline();
    expect(await checked(dir, { baseline })).toEqual({
      code: 0,
      left: [],
      notes: ['leftovers.json lets 7 references stay: '],
    });
    expect((await checked(dir)).code).toBe(1);
  });

  it('does not take a moved line for a new one', async () => {
    const dir = await withBaseline();
    fill(dir, { 'app/menu.tsx': `// moved\n\n\n${APP['app/menu.tsx']}` });
    expect((await checked(dir, { baseline })).code).toBe(0);
  });

  it('fails on what is new: another call of the same name, a new file', async () => {
    const dir = await withBaseline();
    fill(dir, { 'app/menu.tsx': `${APP['app/menu.tsx']}signOut();\n`, 'app/new.tsx': `import 'next-auth';\n` });
    const { code, left } = await checked(dir, { baseline });
    expect({ code, left }).toEqual({ code: 1, left: ['app/menu.tsx:6 signOut', 'app/new.tsx:1 next-auth'] });
  });

  it('shrinks with what is gone', async () => {
    const dir = await withBaseline();
    fill(dir, { 'app/link.tsx': 'export const link = "/sign-in";\n' });
    expect((await checked(dir, { baseline })).notes).toEqual([
      'leftovers.json lets 6 references stay: 1 more that it lists is gone: --update-baseline takes it out.',
    ]);
    await checked(dir, { baseline, updateBaseline: true });
    expect(JSON.parse(readFileSync(join(dir, baseline), 'utf8'))).toEqual({
      baselineVersion: 1,
      leftovers: {
        '.env.example': { NEXTAUTH_SECRET: 1 },
        'app/menu.tsx': { 'next-auth/react': 1, signIn: 1, signOut: 2 },
        'package.json': { 'next-auth': 1 },
      },
    });
    fill(dir, { 'app/link.tsx': APP['app/link.tsx'] });
    expect((await checked(dir, { baseline })).left).toEqual(['app/link.tsx:1 /api/auth/signin']);
  });

  it.each([
    ['is missing', undefined, /there is no baseline at leftovers\.json: --update-baseline writes one/],
    ['is no JSON', '{', /is no JSON/],
    ['is something else', '{ "leftovers": 1 }', /is no baseline of this tool/],
    ['counts what can’t be counted', '{ "baselineVersion": 1, "leftovers": { "a": { "b": -1 } } }', /is no baseline/],
  ])('that %s is bad input', async (_, text, message) => {
    const dir = folder(APP);
    if (text !== undefined) writeFileSync(join(dir, baseline), text);
    await expect(checked(dir, { baseline })).rejects.toThrow(message);
    await expect(checked(dir, { updateBaseline: true })).rejects.toThrow(/needs --baseline/);
    expect(existsSync(join(dir, baseline))).toBe(text !== undefined);
  });
});

describe('what counts', () => {
  it.each([
    [
      'imports',
      ['app/menu.tsx:1 next-auth/react', 'app/menu.tsx:3 signIn', 'app/menu.tsx:4 signOut', 'app/menu.tsx:5 signOut'],
    ],
    ['urls', ['app/link.tsx:1 /api/auth/signin']],
    ['env', ['.env.example:1 NEXTAUTH_SECRET']],
    ['deps', ['package.json:1 next-auth']],
  ])('--only %s', async (only, expected) => {
    expect((await checked(folder(APP), { only })).left).toEqual(expected);
  });

  it('--max lets so many pass', async () => {
    const dir = folder(APP);
    expect((await checked(dir, { max: 7 })).code).toBe(0);
    expect((await checked(dir, { max: 6 })).code).toBe(1);
  });

  it('--only with a kind that there is not is bad input', async () => {
    await expect(checked(folder(APP), { only: 'cookies' })).rejects.toThrow(/takes imports, urls, env, deps, all/);
  });
});

describe('only what changed', () => {
  const repository = () => {
    const dir = folder(APP);
    commitAll(dir);
    fill(dir, { 'app/staged.tsx': `import 'next-auth/react';\n` });
    git(dir, 'add', 'app/staged.tsx');
    fill(dir, { 'app/untracked.tsx': `import 'next-auth/jwt';\n`, 'app/page.tsx': `import 'next-auth';\n` });
    return dir;
  };

  it('--since looks at what differs from a commit, and at new files', async () => {
    const { left } = await checked(repository(), { since: 'HEAD' });
    expect(left).toEqual([
      'app/page.tsx:1 next-auth',
      'app/staged.tsx:1 next-auth/react',
      'app/untracked.tsx:1 next-auth/jwt',
    ]);
  });

  it('--staged looks at what goes into the next commit', async () => {
    expect((await checked(repository(), { staged: true })).left).toEqual(['app/staged.tsx:1 next-auth/react']);
  });

  it('a baseline speaks of the files that were looked at', async () => {
    const dir = repository();
    await checked(dir, { baseline: 'b.json', updateBaseline: true });
    expect((await checked(dir, { baseline: 'b.json', staged: true })).notes).toEqual([
      'b.json lets 1 reference stay: ',
    ]);
  });

  it.each([
    [{ since: 'no-such' }, /git knows no commit “no-such”/],
    [{ since: '--output=x' }, /git knows no commit/],
    [{ since: 'HEAD', staged: true }, /not both/],
  ])('%j is bad input', async (options, message) => {
    const dir = repository();
    await expect(checked(dir, options)).rejects.toThrow(message);
    expect(existsSync(join(dir, 'x'))).toBe(false);
  });

  it('needs git', async () => {
    await expect(checked(folder(APP), { staged: true })).rejects.toThrow(/no git work tree here/);
  });
});

describe('a comment that lets a leftover stay', () => {
  const after = async (text: string) => {
    const { left, notes } = await checked(folder({ ...APP, 'app/menu.tsx': text }), { only: 'imports' });
    return { left, notes };
  };

  it('speaks for its line, or for the next one where it stands alone', async () => {
    const { left, notes } = await after(
      `// authjs-clerk-ignore: moves with the menu\n\nimport { signOut } from 'next-auth/react';\nsignOut(); // authjs-clerk-ignore: as above\nsignOut();\n`,
    );
    expect({ left, notes }).toEqual({ left: ['app/menu.tsx:5 signOut'], notes: [] });
  });

  it('works in JSX and in env files', async () => {
    const dir = folder({
      'package.json': '{ "dependencies": { "next": "15.5.9" } }\n',
      '.env': '# authjs-clerk-ignore: the old app reads it until May\nNEXTAUTH_SECRET=x\n',
      'app/page.tsx': `export default () => (\n  <p>\n    {/* authjs-clerk-ignore: a link to the old app */}\n    <a href="/api/auth/signin">Sign in</a>\n  </p>\n);\n`,
    });
    expect(await checked(dir)).toEqual({ code: 0, left: [], notes: [] });
  });

  it('counts for nothing without a reason, and is named where it speaks for nothing', async () => {
    const { left, notes } = await after(
      `// authjs-clerk-ignore\nimport 'next-auth';\n// authjs-clerk-ignore: long gone\nexport const a = 1;\n`,
    );
    expect(left).toEqual(['app/menu.tsx:2 next-auth']);
    expect(notes).toEqual([
      'authjs-clerk-ignore at app/menu.tsx:1: The comment gives no reason: // authjs-clerk-ignore: <reason>.',
      'authjs-clerk-ignore at app/menu.tsx:3: The comment speaks for nothing: remove it.',
    ]);
  });
});
