// Runs the examples before and after the migration, side by side.
//   npm run e2e                  all of them
//   npm run e2e -- v5-roles      one
//   npm run e2e -- --answers     and list what everybody was answered
//   npm run e2e -- --html x.html and show what a browser saw, before and after, on one page
//   npm run e2e -- --keep        and leave the copies where they are
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sentence } from '../lib/verify/compare.js';
import { APPS } from './apps/index.js';
import { fetchBundles } from './browser/bundles.js';
import { launch } from './browser/chromium.js';
import { picturePage } from './browser/page.js';
import { stopAll } from './processes.js';
import { runApp, type Result } from './run-app.js';
import { removeFolders } from './workspace.js';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    answers: { type: 'boolean' },
    keep: { type: 'boolean', default: false },
    html: { type: 'string' },
  },
});
const wanted = names.length === 0 ? APPS : APPS.filter(({ name }) => names.includes(name));
const stranger = names.find((name) => !APPS.some((app) => app.name === name));
if (stranger !== undefined) {
  process.stderr.write(`There is no ${stranger}; the apps are ${APPS.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

process.once('exit', () => {
  stopAll();
  if (!values.keep) removeFolders();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const log = (line: string) => void process.stdout.write(`${line}\n`);
await fetchBundles();
const browser = await launch();
if (!browser) log('No Chromium here (CHROMIUM_PATH): what a browser would see is left out.');
const results: Result[] = [];
let failures = 0;
for (const app of wanted) {
  try {
    const result = await runApp(app, { log, keep: values.keep, browser });
    results.push(result);
    failures += print(result);
  } catch (error) {
    failures++;
    log(`${app.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await browser?.close();
if (values.html !== undefined) writeFileSync(values.html, picturePage(results));
process.exitCode = failures > 0 ? 1 : 0;

/** @returns how many findings fail the run */
function print({ app, answers, findings, report: { summary } }: Result): number {
  if (values.answers) for (const [key, { answer }] of answers) log(`  ${key}: ${sentence(answer)}`);
  const open = findings.filter(({ accepted }) => accepted === undefined);
  for (const { where, what, accepted } of findings)
    log(
      `  ${accepted === undefined ? '✗' : '·'} ${where}: ${what}${accepted === undefined ? '' : ` (accepted: ${accepted})`}`,
    );
  log(
    `${app}: ${answers.size} answers compared, ${open.length} differences, ${findings.length - open.length} accepted; ${summary.sitesManual} of ${summary.sitesFound} sites manual`,
  );
  return open.length;
}
