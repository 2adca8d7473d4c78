// Migrates a copy of the bundled example app with the built command and shows the diff and the report.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = process.argv[2] ?? 'v4-app-router';
const example = join(root, 'examples', name);
const bin = join(root, 'dist', 'bin', 'authjs-clerk-codemod.js');

if (!existsSync(example)) {
  console.error(`There is no example “${name}”; there are: ${readdirSync(join(root, 'examples')).join(', ')}`);
  process.exit(2);
}

const copy = join(mkdtempSync(join(tmpdir(), 'authjs-clerk-codemod-')), name);
cpSync(example, copy, { recursive: true });
const run = (command, args, stdio) => {
  const { status, error } = spawnSync(command, args, { cwd: copy, stdio });
  if (error) throw error;
  return status ?? 1;
};
// An identity and no hooks of its own: the copy has to be committed on a machine where git was never set up.
const identity = ['-c', 'user.name=example', '-c', 'user.email=example@localhost', '-c', 'core.hooksPath=/dev/null'];
const commit = ['commit', '-q', '--no-gpg-sign', '-m', 'The example, with Auth.js'];
for (const args of [
  ['init', '-q'],
  ['add', '-A'],
  [...identity, ...commit],
]) {
  if (run('git', args, 'inherit') !== 0) throw new Error(`git ${args.join(' ')} failed in ${copy}`);
}

const code = run(process.execPath, [bin, '--diff', '--yes', '.'], 'inherit');
console.log(`\nThe migrated copy is in ${copy}`);
console.log('It is a git work tree: git status and git diff show there what was done.');
process.exit(code);
