import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { APP } from './cli.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a module of a project that has the package prints: Node resolves a package's own name by its `exports`. */
const printed = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, encoding: 'utf8' });

it('the package gives what docs/api.md names', () => {
  expect(printed(`import * as api from 'authjs-clerk-codemod'; console.log(Object.keys(api).sort().join(' '));`)).toBe(
    'BadInput check defineConfig formats migrate render rules transforms\n',
  );
});

it('the built API migrates an app in memory, and prints nothing', () => {
  const script = `import { migrate } from 'authjs-clerk-codemod';
const { report, files } = await migrate({ files: ${JSON.stringify(APP)} });
console.log(report.summary.errors, 'lib/auth.ts' in files);`;
  expect(printed(script)).toBe('0 false\n');
});

it('a transform is a module of the package', () => {
  expect(
    printed(`import transform from 'authjs-clerk-codemod/transforms/use-session'; console.log(typeof transform);`),
  ).toBe('function\n');
});
