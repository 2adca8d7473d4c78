import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import { RULES } from '../../lib/source/rules.js';
import { TOOL } from '../../lib/tool.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { commitAll } from '../runner/app.js';
import { fill, folder } from '../runner/folder.js';
import { APP, app, cli, filesOf, LEFTOVER } from './cli.js';

describe('check', () => {
  it('lists what is left and exits 1', () => {
    const dir = app();
    const before = filesOf(dir);
    const { code, out, err } = cli(dir, ['check']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^app\/\(main\)\/menu\.tsx:3:1 {2}next-auth\/react$/m);
    expect(out).toMatch(/^package\.json:5:5 {2}next-auth$/m);
    expect(out).toMatch(/^\d+ references to Auth\.js left in 5 files\.\n$/m);
    expect(filesOf(dir)).toEqual(before);
  });

  it('exits 0 where nothing is left', () => {
    const dir = app();
    cli(dir, ['.']);
    expect(cli(dir, ['check', '.'])).toEqual({ code: 0, out: 'Nothing of Auth.js is left.\n', err: '' });
  });

  it('needs no clean tree and no git', () => {
    const dir = folder(APP);
    expect(cli(dir, ['check']).code).toBe(1);
    commitAll(dir);
    fill(dir, { 'lib/plain.ts': 'export const two = 2;\n' });
    expect(cli(dir, ['check']).code).toBe(1);
  });

  it('counts a variable that only an env file has as a leftover, and one that code reads as a follow-up', () => {
    const clean = {
      'package.json': '{ "dependencies": { "next": "15.0.0" } }\n',
      'app/page.tsx': 'export default () => process.env.NEXTAUTH_URL;\n',
      '.env.example': 'NEXTAUTH_URL=http://localhost:3000\n',
    };
    const read = cli(app(clean), ['check']);
    expect(read.code).toBe(0);
    expect(read.out).toMatch(/NEXTAUTH_URL stays in \.env\.example: app\/page\.tsx reads it\./);
    const unread = cli(app({ ...clean, '.env.example': 'NEXTAUTH_SECRET=x\n' }), ['check']);
    expect(unread.code).toBe(1);
    expect(unread.out).toMatch(/^\.env\.example:1:1 {2}NEXTAUTH_SECRET$/m);
    expect(unread.out).not.toContain('=x');
  });

  it('leaves ignored files out', () => {
    const dir = app();
    cli(dir, ['.']);
    fill(dir, { 'app/old.tsx': 'import { signOut } from "next-auth/react";\nsignOut();\n' });
    expect(cli(dir, ['check']).code).toBe(1);
    expect(cli(dir, ['check', '--ignore', 'app/old.tsx']).code).toBe(0);
    expect(cli(dir, ['check', '--ignore', 'lib', '--ignore', 'app/old*']).code).toBe(0);
  });

  it('says which file it could not read, and exits 1', () => {
    const dir = app();
    cli(dir, ['.']);
    fill(dir, { 'app/old.tsx': 'import { signOut } from "next-auth/react";\nconst = ;\n' });
    const { code, out } = cli(dir, ['check']);
    expect(code).toBe(1);
    expect(out).toMatch(/app\/old\.tsx {2}it does not parse: /);
    expect(out).toMatch(/1 file could not be read\.\n$/);
  });

  it('prints JSON', () => {
    const { code, out } = cli(app(), ['check', '--format', 'json']);
    const report = JSON.parse(out) as Report;
    expect(code).toBe(1);
    expect(report.summary.sitesFound).toBe(report.summary.sitesManual);
    expect(new Set(report.files.flatMap(({ sites }) => sites.map(({ rule }) => rule)))).toEqual(new Set(['leftover']));
  });

  it('prints annotations, and speaks to a coding agent in lines where one reads along', () => {
    const dir = app();
    expect(cli(dir, ['check', '--format', 'github']).out).toMatch(/^::error file=.+,title=leftover::/);
    const { code, out } = cli(dir, ['check'], { AI_AGENT: 'some' });
    expect(code).toBe(1);
    expect(out).toMatch(/^app\/.+:\d+:\d+: error leftover: /m);
    expect(cli(dir, ['check', '--format', 'pretty'], { AI_AGENT: 'some' }).out).not.toMatch(/: (?:error|warning) /);
  });
});

describe('the other commands', () => {
  it('list names the transforms in the order of the chain', () => {
    const { code, out } = cli(folder(), ['list']);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual(TRANSFORMS.map(({ name, description }) => [name, description]));
  });

  it('list --rules names the rules, and explain tells of one, or of a line', () => {
    const listed = cli(folder(), ['list', '--rules']).out.trimEnd().split('\n');
    expect(listed).toHaveLength(RULES.length);
    expect(listed).toContainEqual(expect.stringMatching(/^session-escapes +warning  A session/));
    expect(cli(folder(), ['explain', 'session-escapes'])).toMatchObject({ code: 0, err: '' });
    const { code, out } = cli(app(), ['explain', 'app/(main)/page.tsx:5']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^app\/\(main\)\/page\.tsx:5:25 {2}getServerSession\nIt is rewritten, by the rule server-session /,
    );
  });

  it('a hand-off is written by run, and read back by check', () => {
    const dir = app(LEFTOVER);
    const ran = cli(dir, ['.', '--handoff', 'left']);
    expect(ran).toMatchObject({ code: 0, err: 'The hand-off is in left: it begins with RUNBOOK.md.\n' });
    const { code, out } = cli(dir, ['check', '.', '--handoff', 'left']);
    expect(code).toBe(1);
    expect(out).toMatch(/^Hand-off, session-call-as-value \(1\): todo: Left: app\/\(main\)\/menu\.tsx:\d+ useSession/m);
  });

  it('--help and --version', () => {
    const help = cli(folder(), ['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/^Usage: authjs-clerk-codemod /);
    for (const command of ['run', 'check', 'list', 'explain'])
      expect(help.out).toMatch(new RegExp(`^ {2}${command}`, 'm'));
    expect(cli(folder(), ['run', '--help']).out).toContain('--dry-run');
    expect(cli(folder(), ['--version'])).toEqual({ code: 0, out: `${TOOL.version}\n`, err: '' });
  });
});

/** The modules that a command loads, CommonJS and ESM, as a hook of Node's loader sees them. */
function loadedBy(cwd: string, args: readonly string[]): { code: number | null; modules: string[] } {
  const folderOfHook = folder();
  mkdirSync(folderOfHook, { recursive: true });
  const hooks = join(folderOfHook, 'hooks.mjs');
  const preload = join(folderOfHook, 'preload.mjs');
  writeFileSync(
    hooks,
    `import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  appendFileSync(process.env.LOADED, url + '\\n');
  return next(url, context);
}
`,
  );
  writeFileSync(
    preload,
    `import { appendFileSync } from 'node:fs';
import Module, { register } from 'node:module';
register(${JSON.stringify(pathToFileURL(hooks).href)});
process.on('exit', () => {
  for (const path of Object.keys(Module._cache)) appendFileSync(process.env.LOADED, path + '\\n');
});
`,
  );
  const list = join(folderOfHook, 'loaded.txt');
  writeFileSync(list, '');
  const { code } = cli(cwd, args, { LOADED: list }, ['--import', pathToFileURL(preload).href]);
  return { code, modules: filesOf(folderOfHook)['loaded.txt']!.trim().split('\n') };
}

const HEAVY = /@babel|recast|jscodeshift|ast-types/;
/** The command's own modules, which the build puts together into a few files. */
const isOwn = (path: string): boolean => /dist\/bin\/.*\.[cm]?js$/.test(path);
const textAt = (path: string): string => readFileSync(path.startsWith('file:') ? fileURLToPath(path) : path, 'utf8');

describe('what a command loads', () => {
  it('run loads neither jscodeshift nor recast', () => {
    const { code, modules } = loadedBy(app(), ['.', '--dry-run']);
    expect(code).toBe(0);
    expect(modules.filter((path) => /node_modules\/(?:jscodeshift|recast)/.test(path))).toEqual([]);
  });

  it('run loads the hand-off where one is asked for', () => {
    const handoff = (...args: string[]) =>
      loadedBy(app(), args).modules.filter((path) => isOwn(path) && textAt(path).includes('RUNBOOK.md'));
    expect(handoff('.', '--handoff', 'left')).not.toEqual([]);
    expect(handoff('.')).toEqual([]);
  });

  it('check loads neither Babel nor recast, and a parser where the set-up is not plain', () => {
    const plain = loadedBy(app(), ['check']);
    expect(plain.code).toBe(1);
    expect(plain.modules.filter((path) => HEAVY.test(path) || /oxc-parser/.test(path))).toEqual([]);

    const other = app();
    fill(other, { 'lib/instance.ts': `import NextAuth from 'next-auth';\nexport const { auth } = NextAuth({});\n` });
    const { modules } = loadedBy(other, ['check']);
    expect(modules.some((path) => /node_modules\/oxc-parser/.test(path))).toBe(true);
    expect(modules.filter((path) => HEAVY.test(path))).toEqual([]);
  });

  it.each([['--help'], ['--version'], ['check', '--help'], ['--nope'], ['list', '--rules'], ['explain', 'middleware']])(
    '%s loads no parser at all',
    (...args) => {
      const { modules } = loadedBy(folder(), args);
      expect(modules.filter(isOwn)).not.toEqual([]);
      expect(modules.filter((path) => HEAVY.test(path) || /oxc|globby/.test(path))).toEqual([]);
    },
  );
});
