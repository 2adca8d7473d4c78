import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Config } from '../../lib/config/config.js';
import { nearest } from '../../lib/nearest.js';
import type { RunOptions } from '../../lib/runner/options.js';
import { TOOL } from '../../lib/tool.js';
import { choosing, collect, collectWhole, printOptions, type PrintFlags } from '../arguments.js';
import { withConfig } from '../settings.js';
import { streams, usualFormat } from '../streams.js';

type RunFlags = PrintFlags & Omit<RunOptions, 'cwd' | 'paths' | 'format'>;

/** As commander has them. */
type GivenFlags = RunFlags & { transform: string[]; report: string[]; config?: string };

/** What a config file may say of a run. */
const SETTINGS: readonly (keyof Config)[] = [
  'transforms',
  'reports',
  'format',
  'userIds',
  'profile',
  'customFields',
  'sync',
  'ui',
  'clerkVersion',
  'bumpNext',
  'routeMatcher',
  'bridge',
  'todo',
  'formatFiles',
  'strict',
  'wrappers',
  'fields',
];

/** `run`, the default command. @param done gets the exit code */
export function addRun(program: Command, done: (code: number) => void, badInput: number): void {
  const command = program
    .command('run', { isDefault: true })
    .description('rewrite the app (the default command)')
    .argument('[path...]', 'the app, its src, one file, or the monorepo’s root')
    .option('-t, --transform <name,...>', 'only these transforms', collect, [])
    .option('-d, --dry-run', 'write nothing', false)
    .option('--diff', 'print a unified diff', false)
    .option('--report <file>', 'write the report, in the format of the extension (repeatable)', collectWhole, [])
    .option('--handoff <folder>', 'write what a person or a coding agent needs to do the rest')
    .option('--ignore <glob>', 'leave these files as they are (repeatable)', collectWhole, [])
    .option('--config <file>', 'read this config file, and not the nearest authjs-clerk.config.*')
    .option('--force', 'go on although the git tree has uncommitted changes', false)
    .addOption(
      choosing(
        '--user-ids <which>',
        'the id that the app’s code sees: external (the former one), clerk (Clerk’s own), or auto',
        ['auto', 'external', 'clerk'],
      ),
    )
    .addOption(
      choosing(
        '--profile <from>',
        'where the server reads name, email and image: user (Clerk’s API), claims (the session token), or auto',
        ['auto', 'user', 'claims'],
      ),
    )
    .addOption(
      choosing(
        '--custom-fields <from>',
        'where a session’s own fields come from: callbacks (the app’s own), metadata (Clerk’s user), or auto',
        ['auto', 'metadata', 'callbacks'],
      ),
    )
    .addOption(
      choosing(
        '--sync <how>',
        'what writes a new user’s row: webhook (a route that Clerk calls), on-demand (at the first request), both, none, or auto',
        ['auto', 'webhook', 'on-demand', 'both', 'none'],
      ),
    )
    .addOption(
      choosing(
        '--ui <where>',
        'where people sign in: self-hosted (pages of the app), account-portal (Clerk’s pages), or auto (the app’s own page if it has one)',
        ['auto', 'self-hosted', 'account-portal'],
      ),
    )
    .addOption(
      choosing(
        '--clerk-version <major>',
        'the major of Clerk to aim at: 7, 6, or auto (the newest that the app’s Next admits)',
        ['auto', '6', '7'],
      ),
    )
    .option('--bump-next', 'raise Next to the patched release of its own major where Clerk needs that', false)
    .option(
      '--route-matcher',
      'test paths in the middleware by Clerk’s createRouteMatcher(), which is deprecated',
      false,
    )
    .option('--install', 'run the app’s package manager afterwards', false)
    .option('--no-bridge', 'leave sessions that are handed on to you, and generate no module that yields them')
    .addOption(noFormat())
    .option('--no-todo', 'put no TODO comments at what is left')
    .option('--strict', 'exit 1 while anything is left to a person', false)
    .option('--interactive', 'go through the changes file by file')
    .option(
      '--verbose',
      'print what each part of the run came to and took, and the whole report also where a person is asked',
    )
    .option('-y, --yes', 'ask nothing', false);
  printOptions(command).action(async (paths: string[], given: GivenFlags) => {
    const problem = whyNoPath(
      paths,
      program.commands.map((each) => each.name()),
    );
    if (problem !== undefined) {
      process.stderr.write(`${problem}\n`);
      return done(badInput);
    }
    // A hand-off tells what a run left: a config's is for those that write.
    const settings: typeof SETTINGS = given.dryRun ? SETTINGS : [...SETTINGS, 'handoff'];
    const flags = await withConfig(command, given, paths[0] ?? '.', settings);
    const { run } = await import('../../lib/runner/run.js');
    const { transform: transforms, report: reports, ...rest } = flags;
    const format = flags.format ?? (await usualFormat());
    const output = await streams(flags, !flags.yes && !flags.dryRun && !flags.quiet);
    done(await run({ ...rest, transforms, reports, format, cwd: process.cwd(), paths }, output));
  });
}

/** Commander would call the option `format`, which is what `--format` is called. */
function noFormat(): Option {
  const option = new Option('--no-format', 'leave changed files as edited, where the app has a formatter');
  option.attributeName = () => 'formatFiles';
  return option;
}

/** What is wrong with the paths that only the command line can tell: a misspelt command looks like one. */
function whyNoPath(paths: readonly string[], commands: readonly string[]): string | undefined {
  const [first] = paths;
  if (first === undefined)
    return `Give a path: the app, its src, one file, or the monorepo’s root. See: ${TOOL.name} --help`;
  const near = /^[a-z-]+$/i.test(first) ? nearest(first, commands, first.length > 3 ? 2 : 1) : undefined;
  if (near === undefined || existsSync(first)) return undefined;
  return `there is no file or folder “${first}”, did you mean the command ${near}? See: ${TOOL.name} --help`;
}
