// Writes what a fixture yields today, for a person to read before it is kept.
//   npm run fixture -- use-session/my-case    <case>.output.* and <case>.report.json beside <case>.input.*
//   npm run fixture -- apps/my-app            expected/ and report.json beside input/
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv[2] ?? '';
const folder = join(root, '__testfixtures__', dirname(wanted));
const isApp = dirname(wanted) === 'apps' && existsSync(join(folder, basename(wanted), 'input'));
const input =
  existsSync(folder) && !isApp
    ? readdirSync(folder).find((name) => name.startsWith(`${basename(wanted)}.input.`))
    : undefined;
if (input === undefined && !isApp) {
  console.error(`There is no __testfixtures__/${wanted || '<transform>/<case>'}.input.*, nor such an app`);
  process.exit(2);
}

// The tests' own helpers are TypeScript, so they are loaded as the tests load them.
const server = await createViteServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
});
try {
  await (isApp ? writeApp(join(folder, basename(wanted))) : writeCase(input));
} finally {
  await server.close();
}

async function writeCase(file) {
  const { runChain } = await server.ssrLoadModule('/__tests__/helpers/chain.ts');
  const [name, extension] = file.split('.input.');
  const options = join(folder, `${name}.options.json`);
  const { text, sites } = runChain(
    `${name}.${extension}`,
    readFileSync(join(folder, file), 'utf8'),
    existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {},
  );
  const rows = sites.map(({ line, outcome, symbol, rule }) => `  ${spaced({ line, outcome, symbol, rule })}`);
  if (text !== null) writeFileSync(join(folder, `${name}.output.${extension}`), text);
  writeFileSync(join(folder, `${name}.report.json`), rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`);
  console.log(`${text ?? '(the file goes)\n'}\n${rows.join('\n')}`);
}

async function writeApp(app) {
  const { checkout, checkOn, runOn } = await server.ssrLoadModule('/__tests__/runner/app.ts');
  const { expectedOf } = await server.ssrLoadModule('/__tests__/helpers/app-report.ts');
  const dir = checkout(join(app, 'input'), mkdtempSync(join(tmpdir(), 'acc-fixture-')));
  try {
    const { report } = await runOn(dir);
    const expected = expectedOf(report, await checkOn(dir));
    rmSync(join(dir, '.git'), { recursive: true });
    rmSync(join(app, 'expected'), { recursive: true, force: true });
    cpSync(dir, join(app, 'expected'), { recursive: true });
    writeFileSync(join(app, 'report.json'), `${JSON.stringify(expected, null, 2)}\n`);
    console.log(`git diff __testfixtures__/${wanted} shows what changed.`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One site a line, as the other fixtures have it. */
function spaced(site) {
  const pairs = Object.entries(site).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(', ')} }`;
}
