// Measures whole processes of the built command and writes a table into docs/performance.md. It passes no judgement.
//   npm run bench [-- <app>] [--rounds <n>] [--sizes <files,…>] [--only start,check,run,suite,growth,sites]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { generate } from './generate.mjs';
import { compare, inTurns } from './measure.mjs';
import { Table } from './table.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = join(root, 'dist', 'bin', 'authjs-clerk-codemod.js');
const PARTS = ['start', 'check', 'run', 'suite', 'growth', 'sites'];
/** What `check` looks for before it looks closer, in ripgrep's words. */
const PATTERN = String.raw`next-auth|@auth/|authjs\.|NEXTAUTH_|AUTH_[A-Z]|api/auth/|\.nextauth\]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1000,10000,50000' },
    only: { type: 'string', default: PARTS.join(',') },
  },
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',').map(Number);
const only = values.only.split(',');
const [given] = positionals;
if (![rounds, ...sizes].every((each) => Number.isInteger(each) && each > 0))
  stop('Give numbers: --rounds 5 --sizes 1000,50000');
if (!only.every((each) => PARTS.includes(each))) stop(`--only takes ${PARTS.join(', ')}`);
if (given !== undefined && !existsSync(given)) stop(`There is no app at ${given}`);
if (!existsSync(own)) stop('There is no build to measure. Run: npm run build');

function stop(problem) {
  console.error(problem);
  process.exit(2);
}

const packages = createRequire(import.meta.url);
const jscodeshiftAt = packages.resolve('jscodeshift/package.json');
const jscodeshift = JSON.parse(readFileSync(jscodeshiftAt, 'utf8'));
/** The arguments of a pass of stock jscodeshift with its defaults, that writes nothing. */
const pass = (transform) => [
  join(dirname(jscodeshiftAt), jscodeshift.bin.jscodeshift),
  '--dry',
  '--silent',
  '--parser=tsx',
  '--extensions=ts,tsx,js,jsx',
  '--ignore-pattern=**/node_modules/**',
  `--transform=${transform}`,
  '.',
];
const ripgrep = spawnSync('rg', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0];
const oxlintAt = packages.resolve('oxlint/package.json');
const oxlint = JSON.parse(readFileSync(oxlintAt, 'utf8'));

const table = new Table({
  rounds,
  versions: [`jscodeshift ${jscodeshift.version}`, `oxlint ${oxlint.version}`, ripgrep],
});

/** Commands in turns; the ratios are to the first of them. */
async function measure(title, named, times = rounds) {
  if (named.length === 0) return;
  console.error(title);
  const results = await inTurns(
    named.map(([, command]) => command),
    times,
  );
  table.part(
    title,
    named.map(([name], index) => [name, compare(results[index], results[0])]),
  );
}

/** A generated app, for as long as it is measured. */
async function withApp(files, users, use) {
  const cwd = mkdtempSync(join(tmpdir(), 'authjs-clerk-bench-'));
  try {
    const written = generate(cwd, files, users);
    spawnSync('sh', ['-c', 'git init -q && git add -A'], { cwd });
    return await use(cwd, written);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** 0 where nothing is left, 1 where something is. */
const check = (cwd) => ({ cwd, args: [own, 'check', '.'], codes: [0, 1] });
const dryRun = (cwd) => ({ cwd, args: [own, 'run', '--dry-run', '.'] });

async function measureApp(cwd, title) {
  if (only.includes('check'))
    await measure(`check: ${title}`, [
      ...(ripgrep ? [['`rg PATTERN .`', { cwd, file: 'rg', args: [PATTERN, '.'], codes: [0, 1] }]] : []),
      ['`node -e 0`', { args: ['-e', '0'] }],
      ['`oxlint .`', { cwd, args: [join(dirname(oxlintAt), oxlint.bin.oxlint), '.'], codes: [0, 1] }],
      ['`check .`', check(cwd)],
    ]);
  if (!only.includes('run')) return;
  await measure(`run --dry-run: ${title}`, [
    ['jscodeshift, one pass that parses and changes nothing', { cwd, args: pass(join(root, 'bench/parse.cjs')) }],
    ['`run --dry-run .`', dryRun(cwd)],
  ]);
}

if (only.includes('start'))
  await measure('Start', [
    ['`node -e 0`', { args: ['-e', '0'] }],
    ['`--help`', { args: [own, '--help'] }],
    ['`--version`', { args: [own, '--version'] }],
  ]);
if (only.includes('check') || only.includes('run')) {
  if (given !== undefined) await measureApp(resolve(given), 'the app given');
  else await withApp(4000, 170, (cwd) => measureApp(cwd, '4000 generated files, 170 with next-auth'));
}
if (only.includes('check'))
  await withApp(4000, 170, (left) =>
    withApp(4000, 0, (clean) =>
      measure('check: 4000 generated files', [
        ['170 with next-auth', check(left)],
        ['none', check(clean)],
      ]),
    ),
  );
if (only.includes('suite'))
  // Codemods of several transforms mostly run like this. It takes minutes, and so is measured on a small app, once.
  await withApp(1000, 50, async (cwd) => {
    const names = readFileSync(join(root, 'transforms/index.ts'), 'utf8').matchAll(/from '\.\/([\w-]+)\.js'/g);
    const passes = Array.from(names, ([, name]) => pass(join(root, `dist/transforms/${name}.js`)));
    const script = passes.map((args) => [process.execPath, ...args].map((arg) => `'${arg}'`).join(' ')).join(' && ');
    await measure(
      'The same transforms by stock jscodeshift: 1000 generated files, 50 with next-auth',
      [
        [`${passes.length} passes, one after another`, { cwd, file: 'sh', args: ['-c', script] }],
        ['`run --dry-run .`', dryRun(cwd)],
      ],
      1,
    );
  });
for (const [part, apps] of [
  ['growth', sizes.map((files) => [files, 100])],
  ['sites', [50, 100, 200, 400].map((users) => [4000, users])],
]) {
  if (!only.includes(part)) continue;
  for (const [name, command] of [
    ['check', check],
    ['run --dry-run', dryRun],
  ]) {
    const commands = [];
    const folders = [];
    for (const [files, users] of apps) {
      const cwd = mkdtempSync(join(tmpdir(), 'authjs-clerk-bench-'));
      folders.push(cwd);
      generate(cwd, files, users);
      spawnSync('sh', ['-c', 'git init -q && git add -A'], { cwd });
      commands.push([`${files} files, ${users} with next-auth`, command(cwd)]);
    }
    await measure(`${part === 'growth' ? 'More files' : 'More sites'}: ${name}`, commands);
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}
table.write(join(root, 'docs/performance.md'));
