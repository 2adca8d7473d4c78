// Runs the examples before and after the migration, side by side.
//   npm run e2e                  all of them
//   npm run e2e -- v5-roles      one
//   npm run e2e -- --answers     and list what everybody was answered
//   npm run e2e -- --keep        and leave the copies where they are
import { sentence } from '../lib/verify/compare.js';
import { APPS } from './apps/index.js';
import { stopAll } from './processes.js';
import { runApp, type Result } from './run-app.js';

const FLAGS = ['--answers', '--keep'];
const flags = process.argv.slice(2).filter((each) => each.startsWith('--'));
const names = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const wanted = names.length === 0 ? APPS : APPS.filter(({ name }) => names.includes(name));
const stranger =
  names.find((name) => !APPS.some((app) => app.name === name)) ?? flags.find((flag) => !FLAGS.includes(flag));
if (stranger !== undefined) {
  process.stderr.write(
    `There is no ${stranger}; the apps are ${APPS.map(({ name }) => name).join(', ')}, the flags ${FLAGS.join(', ')}\n`,
  );
  process.exit(2);
}

process.once('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const log = (line: string) => void process.stdout.write(`${line}\n`);
let failures = 0;
for (const app of wanted) {
  try {
    failures += print(await runApp(app, { log, keep: flags.includes('--keep') }));
  } catch (error) {
    failures++;
    log(`${app.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exitCode = failures > 0 ? 1 : 0;

/** @returns how many findings fail the run */
function print({ app, answers, findings, report: { summary } }: Result): number {
  if (flags.includes('--answers')) for (const [key, { answer }] of answers) log(`  ${key}: ${sentence(answer)}`);
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
