// Writes what a fixture yields today: <case>.output.* and <case>.report.json beside <case>.input.*, for a person to read.
//   npm run fixture -- use-session/my-case
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv[2] ?? '';
const folder = join(root, '__testfixtures__', dirname(wanted));
const input = existsSync(folder)
  ? readdirSync(folder).find((name) => name.startsWith(`${basename(wanted)}.input.`))
  : undefined;
if (input === undefined) {
  console.error(`There is no __testfixtures__/${wanted || '<transform>/<case>'}.input.*`);
  process.exit(2);
}

// The tests' own helper is TypeScript, so it is loaded as the tests load it.
const server = await createViteServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true } });
try {
  const { runChain } = await server.ssrLoadModule('/__tests__/helpers/chain.ts');
  const [name, extension] = input.split('.input.');
  const options = join(folder, `${name}.options.json`);
  const { text, sites } = runChain(
    `${name}.${extension}`,
    readFileSync(join(folder, input), 'utf8'),
    existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {},
  );
  const rows = sites.map(({ line, outcome, symbol, rule }) => `  ${spaced({ line, outcome, symbol, rule })}`);
  if (text !== null) writeFileSync(join(folder, `${name}.output.${extension}`), text);
  writeFileSync(join(folder, `${name}.report.json`), rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`);
  console.log(`${text ?? '(the file goes)\n'}\n${rows.join('\n')}`);
} finally {
  await server.close();
}

/** One site a line, as the other fixtures have it. */
function spaced(site) {
  const pairs = Object.entries(site).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(', ')} }`;
}
