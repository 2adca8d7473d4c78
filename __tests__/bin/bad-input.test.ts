import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll } from '../runner/app.js';
import { fill, folder } from '../runner/folder.js';
import { APP, app, cli, filesOf } from './cli.js';

/** Runs the command where it must refuse: exit 2, one line on stderr, nothing on stdout, nothing written. */
function refusal(dir: string, args: readonly string[]): string {
  const before = filesOf(dir);
  const { code, out, err } = cli(dir, args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err.endsWith('\n')).toBe(true);
  expect(filesOf(dir)).toEqual(before);
  return err;
}

const isRoot = process.getuid?.() === 0;

describe('bad input', () => {
  it.each([
    ['no path at all', [], /^Give a path: .*--help\n$/],
    ['a path that is not there', ['nowhere'], /no file or folder at .*nowhere: check the path/],
    ['two paths', ['app', 'lib'], /give one path.* these are 2: app lib/],
    [
      'a transform that there is not',
      ['.', '-t', 'use-sesion'],
      /no transform “use-sesion”, did you mean use-session\?.*list/,
    ],
    ['a transform like no other', ['.', '-t', 'xyzzy'], /no transform “xyzzy”\. See: authjs-clerk-codemod list/],
    ['an empty list of transforms', ['.', '-t', ''], /no transform “”\. See: .*list/],
    [
      'an option that there is not',
      ['.', '--dryrun'],
      /unknown option '--dryrun', did you mean --dry-run\? See: .*--help/,
    ],
    ['an option like no other', ['.', '--xyzzy'], /unknown option '--xyzzy'\. See: .*--help/],
    ['an option without its argument', ['.', '--report'], /option '--report <file>' argument missing\. See: .*--help/],
    [
      'a format that there is not',
      ['.', '--format', 'colour'],
      /no format “colour”: use pretty, json, markdown, .* or agent/,
    ],
    ['a format that is misspelt', ['.', '--format', 'jsno'], /no format “jsno”, did you mean json\? use pretty/],
    [
      'a value that is misspelt',
      ['.', '--user-ids', 'extrenal'],
      /'extrenal' is invalid\. It takes auto, external, clerk, did you mean external\? See: /,
    ],
    [
      'a command that is misspelt',
      ['chekc'],
      /no file or folder “chekc”, did you mean the command check\? See: .*--help/,
    ],
    [
      'a report without an extension',
      ['.', '--report', 'report'],
      /report report has no format: end its name in \.txt, \.json, \.md, .* or \.html/,
    ],
    ['a report of another kind', ['.', '--report', 'report.pdf'], /report report\.pdf has no format/],
    [
      'a report in no folder',
      ['.', '--report', 'no/where.json'],
      /report no\/where\.json can't be written: the folder .* does not exist/,
    ],
    [
      'a report below a file',
      ['.', '--report', 'package.json/x.json'],
      /can't be written: .*package\.json is no folder/,
    ],
    ['a check with two paths', ['check', 'app', 'lib'], /too many arguments for 'check'/],
    ['a check of nothing', ['check', 'nowhere'], /no file or folder at/],
    ['a check in a format that there is not', ['check', '--format', 'xml'], /no format “xml”/],
    ['a check with an option of run', ['check', '--dry-run'], /unknown option '--dry-run'/],
    ['list with an option', ['list', '--all'], /unknown option '--all'/],
    ['a rule that there is not', ['explain', 'middlware'], /no rule “middlware”, did you mean middleware\? See: /],
    ['a line of no file', ['explain', 'nowhere.ts:3'], /no file or folder at/],
    [
      'a line without Auth.js',
      ['explain', 'app/(main)/page.tsx:3'],
      /nothing of Auth\.js is on line 3 of .*; it is on 1, 2, 5/,
    ],
  ] as const)('%s', (_, args, message) => {
    expect(refusal(app(), args)).toMatch(message);
  });

  it('a report whose name is a folder', () => {
    const dir = app();
    mkdirSync(join(dir, 'x.json'));
    expect(refusal(dir, ['.', '--report', 'x.json'])).toMatch(/x\.json can't be written: it is a folder/);
  });

  it('a second report that can’t be written stops the first one too', () => {
    expect(refusal(app(), ['.', '--report', 'ok.json', '--report', 'no/where.json'])).toMatch(/no\/where\.json/);
  });

  it('no package.json anywhere', () => {
    expect(refusal(folder({ 'src/a.ts': 'export {};\n' }), ['.'])).toMatch(
      /There is no package\.json at, above or below/,
    );
  });

  it('no Next.js', () => {
    const dir = folder({ 'package.json': '{ "dependencies": { "express": "5.0.0" } }\n', 'a.ts': 'export {};\n' });
    expect(refusal(dir, ['.'])).toMatch(/depends on "next": give the folder of a Next\.js app/);
    expect(refusal(dir, ['check', '.'])).toMatch(/depends on "next"/);
  });

  it('a package.json that is no JSON', () => {
    const dir = app();
    fill(dir, { 'package.json': '{ "dependencies": { "next": ' });
    commitAll(dir);
    expect(refusal(dir, ['.'])).toMatch(/package\.json can't be read as JSON/);
  });

  it('NextAuth.js 3, by its version or by its module', () => {
    const byVersion = app({ ...APP, 'package.json': APP['package.json']!.replace('^4.24.13', '^3.29.0') });
    expect(refusal(byVersion, ['.'])).toMatch(/NextAuth\.js 3: upgrade to next-auth 4 first/);
    const byModule = app({ ...APP, 'lib/old.ts': 'import { useSession } from "next-auth/client";\nuseSession();\n' });
    expect(refusal(byModule, ['.'])).toMatch(/NextAuth\.js 3: upgrade to next-auth 4 first/);
  });

  it.skipIf(isRoot)('a folder that can’t be read', () => {
    const dir = app();
    chmodSync(join(dir, 'app'), 0);
    const { code, err } = cli(dir, ['.']);
    chmodSync(join(dir, 'app'), 0o755);
    expect(code).toBe(2);
    expect(err).toMatch(/can't be read/);
  });

  it('a tree with uncommitted changes, unless it is forced', () => {
    const dir = app();
    fill(dir, { 'lib/plain.ts': 'export const two = 2;\n' });
    expect(refusal(dir, ['.'])).toMatch(
      /uncommitted changes \(lib\/plain\.ts\): commit or stash them first, or use --force/,
    );
    expect(cli(dir, ['.', '--dry-run']).code).toBe(0);
    expect(cli(dir, ['.', '--force']).code).toBe(0);
    expect(filesOf(dir)['lib/auth.ts']).toBeUndefined();
  });

  it('an untracked file is a change, an ignored one is none', () => {
    const dir = app({ ...APP, '.gitignore': 'scratch\n' });
    fill(dir, { scratch: '1' });
    expect(cli(dir, ['.', '--dry-run']).code).toBe(0);
    fill(dir, { 'new.txt': '1' });
    expect(refusal(dir, ['.'])).toMatch(/new\.txt/);
    rmSync(join(dir, 'new.txt'));
    expect(cli(dir, ['.']).code).toBe(0);
  });

  it('the name of a command is the command; behind ./ it is a path', () => {
    const dir = app({ ...APP, 'check/page.ts': 'export {};\n', 'list/page.ts': 'export {};\n' });
    expect(cli(dir, ['check']).out).toMatch(/left in/);
    expect(cli(dir, ['list']).out).toMatch(/^middleware /m);
    expect(cli(dir, ['./check', '--dry-run']).out).toMatch(/outside-path/);
    expect(cli(dir, ['./list', '--dry-run']).out).toMatch(/outside-path/);
    expect(cli(dir, ['run', 'check', '--dry-run']).out).toMatch(/outside-path/);
  });
});
