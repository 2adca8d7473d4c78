// Measures whole processes of the built command on generated apps and prints a Markdown table. It passes no judgement.
//   npm run build && npm run bench [-- <files>… --rounds <n>]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { compare, inTurns } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = join(root, 'dist', 'bin', 'authjs-clerk-codemod.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
const sizes = positionals.length === 0 ? [1000, 4000] : positionals.map(Number);
if (![rounds, ...sizes].every((each) => Number.isInteger(each) && each > 0)) {
  console.error('Give numbers: npm run bench -- 1000 4000 --rounds 5');
  process.exit(2);
}
if (!existsSync(own)) {
  console.error('There is no build to measure. Run: npm run build');
  process.exit(2);
}

const manifest = createRequire(import.meta.url).resolve('jscodeshift/package.json');
const { bin, version } = JSON.parse(readFileSync(manifest, 'utf8'));
const jscodeshift = (transform) => [
  join(dirname(manifest), bin.jscodeshift),
  '--dry',
  '--silent',
  '--parser=tsx',
  '--extensions=ts,tsx',
  `--transform=${join(root, 'bench', transform)}`,
  '.',
];

const rows = [];
const row = (what, { wall, cpu, rss, wallRatio, cpuRatio }) =>
  rows.push([what, seconds(wall), times(wallRatio), seconds(cpu), times(cpuRatio), `${Math.round(rss)} MB`]);
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const times = (ratio) => ratio.toFixed(2);

/** Commands in turns; the ratios are to the first of them. */
async function measure(title, named) {
  const results = await inTurns(
    named.map(([, command]) => command),
    rounds,
  );
  rows.push([`**${title}**`, '', '', '', '', '']);
  for (const [index, [name]] of named.entries()) row(name, compare(results[index], results[0]));
}

await measure('Start', [
  ['`node -e 0`', { args: ['-e', '0'] }],
  ['`--help`', { args: [own, '--help'] }],
]);
for (const size of sizes) {
  const cwd = mkdtempSync(join(tmpdir(), 'authjs-clerk-bench-'));
  const { files, users } = generate(cwd, size);
  await measure(`${files} files, ${users} with next-auth`, [
    ['jscodeshift, one pass that parses', { cwd, args: jscodeshift('parse.cjs') }],
    ['jscodeshift, one pass that does nothing', { cwd, args: jscodeshift('empty.cjs') }],
    ['`check .`', { cwd, args: [own, 'check', '.'], codes: [1] }],
    ['`run --dry-run .`', { cwd, args: [own, 'run', '--dry-run', '.'] }],
  ]);
  rmSync(cwd, { recursive: true });
}

const [{ model }] = cpus();
console.log(
  `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, ` +
    `Node ${process.version}, jscodeshift ${version}, ${new Date().toISOString().slice(0, 10)}, medians of ${rounds} rounds\n`,
);
for (const cells of [
  ['', 'wall', 'ratio', 'CPU', 'ratio', 'memory'],
  ['---', '--:', '--:', '--:', '--:', '--:'],
  ...rows,
])
  console.log(`| ${cells.join(' | ')} |`);
