import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { TOOL } from '../../lib/tool.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');
/** The code that reads arguments. */
const OPTIONS = readdirSync(`${ROOT}bin`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`bin/${path}`))
  .join('');
const manifest = JSON.parse(read('package.json')) as {
  name: string;
  version: string;
  bin: Record<string, string>;
  files: string[];
  engines: { node: string };
  scripts: Record<string, string>;
};

test('lib/tool.ts has the name and the version of package.json', () => {
  expect({ name: TOOL.name, version: TOOL.version }).toEqual({ name: manifest.name, version: manifest.version });
  expect(Object.keys(manifest.bin)).toEqual([manifest.name]);
});

test('the changelog has a heading for the version', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'));
});

// `npm test` builds first; under a bare `vitest` there may be nothing to look at.
test.skipIf(!existsSync(`${ROOT}dist`))(
  'the package holds the build, the pages and nothing of the tests',
  { timeout: 60_000 },
  () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    for (const path of [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'docs/rules/unhandled.md',
      'agents/skill/authjs-clerk-codemod/SKILL.md',
      'dist/transforms/use-session.js',
      ...Object.values(manifest.bin),
    ])
      expect(paths).toContain(path);
    expect(
      paths.filter(
        (path) =>
          !/^(?:agents\/|dist\/(?:bin|lib|transforms)\/|docs\/|(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|report\.schema\.json)$)/.test(
            path,
          ),
      ),
    ).toEqual([]);
  },
);

test('the README names scripts, options and files that exist', () => {
  const text = read('README.md') + read('CONTRIBUTING.md');
  for (const [, script] of text.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(manifest.scripts)).toContain(script);
  for (const [, path] of text.matchAll(/\]\(((?!https?:|#)[^)#]+)(?:#[^)]*)?\)/g))
    expect([path, existsSync(ROOT + path)]).toEqual([path, true]);
  for (const [, option] of read('README.md').matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm)) expect(OPTIONS).toContain(option);
});

test('CI has a script of its own', () => {
  expect(statSync(`${ROOT}.ci/run`).mode & 0o111).not.toBe(0);
  expect(read('.ci/run')).toContain('npm ci');
});

test('the skill is one by agentskills.io: its folder has its name, and its description is short enough', () => {
  const folder = 'agents/skill/authjs-clerk-codemod';
  const [, front] = /^---\n([\s\S]*?)\n---\n/.exec(read(`${folder}/SKILL.md`))!;
  const { name, description, ...rest } = parse(front!) as Record<string, string>;
  expect(name).toBe(folder.split('/').at(-1));
  expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(name!.length).toBeLessThanOrEqual(64);
  expect(description!.length).toBeGreaterThan(20);
  expect(description!.length).toBeLessThanOrEqual(1024);
  expect(Object.keys(rest).filter((key) => !/^(?:license|compatibility|metadata|allowed-tools)$/.test(key))).toEqual(
    [],
  );
});

test('the skill, AGENTS.md and the page of the hand-off name options, commands and files that exist', () => {
  for (const page of [
    'agents/skill/authjs-clerk-codemod/SKILL.md',
    'AGENTS.md',
    'docs/handoff.md',
    'docs/comparison.md',
  ]) {
    const text = read(page);
    for (const [option] of text.matchAll(/(?<=[\s`])--(?!noEmit\b)[a-z][a-z-]+/g))
      expect([page, OPTIONS]).toEqual([page, expect.stringContaining(option)]);
    for (const [, script] of text.matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(manifest.scripts)).toContain(script);
    for (const [, path] of text.matchAll(/\]\(((?!https?:|#)[^)#]+)(?:#[^)]*)?\)/g))
      expect([page, path, existsSync(join(ROOT, dirname(page), path!))]).toEqual([page, path, true]);
  }
});
