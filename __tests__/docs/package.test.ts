import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TOOL } from '../../lib/tool.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');
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
      'dist/transforms/use-session.js',
      ...Object.values(manifest.bin),
    ])
      expect(paths).toContain(path);
    expect(
      paths.filter(
        (path) =>
          !/^(?:dist\/(?:bin|lib|transforms)\/|docs\/|(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|report\.schema\.json)$)/.test(
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
  const options = read('bin/main.ts');
  for (const [, option] of read('README.md').matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm)) expect(options).toContain(option);
});

test('CI has a script of its own', () => {
  expect(statSync(`${ROOT}.ci/run`).mode & 0o111).not.toBe(0);
  expect(read('.ci/run')).toContain('npm ci');
});
