import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Output, Preferences } from '../lib/runner/options.js';
import { TOOL } from '../lib/tool.js';

/** Exit codes: 0 done or clean, 1 done with errors or leftovers, 2 bad usage or bad input. */
const BAD_INPUT = 2;

interface RunFlags {
  transform: string[];
  dryRun?: true;
  diff?: true;
  report: string[];
  format?: string;
  ignore: string[];
  force?: true;
  yes?: true;
  todo: boolean;
  bridge: boolean;
  userIds: Preferences['userIds'];
  profile: Preferences['profile'];
  strict?: true;
}

interface CheckFlags {
  format?: string;
  ignore: string[];
  baseline?: string;
  updateBaseline?: true;
  max?: number;
  only: string;
  since?: string;
  staged?: true;
}

/**
 * The command line: arguments in, exit code out. Each command loads what it needs, and no more.
 * @param args without node and the script
 */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = commands((result) => void (code = result));
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT;
    if (error instanceof Error && error.name === 'BadInput') {
      process.stderr.write(`${error.message}\n`);
      return BAD_INPUT;
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
  return code;
}

/** Commander's message and its suggestion, as one line that says where the options are. */
const oneLine = (text: string): string =>
  `${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*\(Did you mean (.+)\?\)$/s, ', did you mean $1?')} See: ${TOOL.name} --help\n`.replace(
    /([^?.])( See: )/,
    '$1.$2',
  );

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

const FORMAT_HELP = 'of what is printed: pretty, json, markdown, sarif, github, gitlab, junit or agent';

const collect = (value: string, all: string[]): string[] => [...all, ...value.split(',').map((name) => name.trim())];
const collectWhole = (value: string, all: string[]): string[] => [...all, value];

function commands(done: (code: number) => void): Command {
  const program = new Command('authjs-clerk-codemod')
    .description(TOOL.description)
    .version(TOOL.version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  program
    .command('run', { isDefault: true })
    .description('rewrite the app (the default command)')
    .argument('[path...]', 'the app, its src, one file, or the monorepo’s root')
    .option('-t, --transform <name,...>', 'only these transforms', collect, [])
    .option('-d, --dry-run', 'write nothing')
    .option('--diff', 'print a unified diff')
    .option('--report <file>', 'write the report, in the format of the extension (repeatable)', collectWhole, [])
    .option('--format <name>', FORMAT_HELP)
    .option('--ignore <glob>', 'leave these files as they are (repeatable)', collectWhole, [])
    .option('--force', 'go on although the git tree has uncommitted changes')
    .addOption(
      new Option('--user-ids <which>', 'the id that the app’s code sees: the former one, or Clerk’s own')
        .choices(['auto', 'external', 'clerk'])
        .default('auto'),
    )
    .addOption(
      new Option('--profile <from>', 'where the server reads name, email and image: Clerk’s API, or the session token')
        .choices(['auto', 'user', 'claims'])
        .default('auto'),
    )
    .option('--no-bridge', 'leave sessions that are handed on to you, and generate no module that yields them')
    .option('--no-todo', 'put no TODO comments at what is left')
    .option('--strict', 'exit 1 while anything is left to a person')
    .option('-y, --yes', 'ask nothing')
    .action(async (paths: string[], flags: RunFlags) => {
      if (paths.length === 0) {
        process.stderr.write(
          `Give a path: the app, its src, one file, or the monorepo’s root. See: ${TOOL.name} --help\n`,
        );
        return done(BAD_INPUT);
      }
      const { run } = await import('../lib/runner/run.js');
      const {
        transform,
        report,
        format,
        dryRun = false,
        diff = false,
        force = false,
        yes = false,
        strict = false,
        ...rest
      } = flags;
      done(
        await run(
          {
            ...rest,
            format: format ?? (await usualFormat()),
            cwd: process.cwd(),
            paths,
            transforms: transform,
            reports: report,
            dryRun,
            diff,
            force,
            yes,
            strict,
          },
          await terminal(yes || dryRun),
        ),
      );
    });
  program
    .command('check')
    .description('exit 1 while anything of Auth.js is left, for CI')
    .argument('[path]', 'the app or the monorepo’s root', '.')
    .option('--format <name>', FORMAT_HELP)
    .option('--ignore <glob>', 'leave these files out (repeatable)', collectWhole, [])
    .option('--baseline <file>', 'let pass what this file lists; only what is new beside it counts')
    .option('--update-baseline', 'write what is left into the baseline')
    .option('--max <n>', 'let pass so many', wholeNumber)
    .option('--only <kind>', 'imports, urls, env, deps or all', 'all')
    .option('--since <ref>', 'only files that changed since this commit, branch or tag')
    .option('--staged', 'only files that are staged, for a hook')
    .action(async (path: string, flags: CheckFlags) => {
      const { check } = await import('../lib/runner/check.js');
      const format = flags.format ?? (await usualFormat());
      done(await check({ ...flags, cwd: process.cwd(), path, format }, await terminal(true)));
    });
  program
    .command('list')
    .description('the transforms, in the order of the chain')
    .action(async () => {
      const { TRANSFORMS } = await import('../transforms/index.js');
      const width = Math.max(...TRANSFORMS.map(({ name }) => name.length));
      process.stdout.write(
        TRANSFORMS.map(({ name, description }) => `${name.padEnd(width)}  ${description}\n`).join(''),
      );
    });
  return program;
}

/** A coding agent that reads the output gets lines that are easy to take apart; a person, and a file, the usual text. */
async function usualFormat(): Promise<string> {
  if (process.stdout.isTTY === true) return 'pretty';
  const { isAgent } = await import('std-env');
  return isAgent ? 'agent' : 'pretty';
}

/** The streams of this process; questions only where a person is at both ends. */
async function terminal(silent: boolean): Promise<Output> {
  const asks = !silent && process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'];
  const { default: picocolors } = await import('picocolors');
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colors: picocolors.isColorSupported && process.stdout.isTTY === true,
    columns: process.stdout.columns,
    confirm: asks ? confirm : undefined,
  };
}

async function confirm(question: string): Promise<boolean> {
  const prompts = await import('@clack/prompts');
  const answer = await prompts.confirm({ message: question });
  return answer === true;
}
