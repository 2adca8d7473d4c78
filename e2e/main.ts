// Runs the examples before and after the migration, side by side.
//   npm run e2e                  all of them
//   npm run e2e -- v5-roles      one
//   npm run e2e -- --answers     and list what everybody was answered
//   npm run e2e -- --html x.html and show what a browser saw, before and after, on one page
//   npm run e2e -- --keep        and leave the copies where they are
//   npm run e2e -- --live        and take keys of a production instance
// CLERK_SECRET_KEY and NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY put Clerk itself in the place of the fake.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sentence } from '../lib/verify/compare.js';
import { APPS } from './apps/index.js';
import { fetchBundles } from './browser/bundles.js';
import { launch } from './browser/chromium.js';
import { picturePage } from './browser/page.js';
import { realKeys } from './clerk/keys.js';
import type { RealInstance } from './clerk/real.js';
import { PEOPLE } from './people.js';
import { stopAll } from './processes.js';
import { runApp, type Result } from './run-app.js';
import { removeFolders } from './workspace.js';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    answers: { type: 'boolean' },
    keep: { type: 'boolean', default: false },
    html: { type: 'string' },
    live: { type: 'boolean', default: false },
  },
});
const wanted = names.length === 0 ? APPS : APPS.filter(({ name }) => names.includes(name));
const stranger = names.find((name) => !APPS.some((app) => app.name === name));
if (stranger !== undefined) {
  process.stderr.write(`There is no ${stranger}; the apps are ${APPS.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

const log = (line: string) => void process.stdout.write(`${line}\n`);
const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
};
let instance: RealInstance | undefined;
/** What was started, written and made in an instance goes, however it ends. */
const leave = async (code: number): Promise<void> => {
  await stopAll();
  try {
    if (!values.keep) removeFolders();
  } catch (error) {
    log(`Left on the disk: ${String(error)}`);
  }
  await instance?.close().catch((error: unknown) => log(`Left in the instance: ${String(error)}`));
  process.exit(code);
};
process.once('exit', () => void stopAll());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave(130));
try {
  const keys = realKeys(process.env, values.live);
  if (keys) {
    log('With the keys that are set: Clerk itself, and not the fake.');
    const users = PEOPLE.flatMap(({ user }) => user ?? []);
    const { RealInstance } = await import('./clerk/real.js');
    instance = await RealInstance.open(keys, [...new Set(users)]);
  }
} catch (error) {
  fail(error);
}
await fetchBundles();
const browser = await launch();
if (!browser) log('No Chromium here (CHROMIUM_PATH): what a browser would see is left out.');
const results: Result[] = [];
let failures = 0;
for (const app of wanted) {
  try {
    const result = await runApp(app, { log, keep: values.keep, browser, instance });
    results.push(result);
    failures += print(result);
  } catch (error) {
    failures++;
    log(`${app.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await browser?.close();
if (values.html !== undefined) writeFileSync(values.html, picturePage(results));
await leave(failures > 0 ? 1 : 0);

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
