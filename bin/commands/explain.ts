import type { Command } from 'commander';
import type { Config } from '../../lib/config/config.js';
import { collectWhole, offering, type PrintFlags } from '../arguments.js';
import { withConfig } from '../settings.js';
import { streams } from '../streams.js';

interface ExplainFlags extends PrintFlags {
  readonly config?: string;
  readonly ignore: readonly string[];
  /** As a config names them, `transforms`. */
  readonly transform?: readonly string[];
}

/** What a config says of the run that a line is told of. */
const SETTINGS: readonly (keyof Config)[] = [
  'transforms',
  'userIds',
  'profile',
  'customFields',
  'sync',
  'clerkVersion',
  'bumpNext',
  'routeMatcher',
  'bridge',
  'wrappers',
  'fields',
];

/** `explain`: what a rule is, or what is seen and done at a place. @param done gets the exit code */
export function addExplain(program: Command, done: (code: number) => void): void {
  const command = program
    .command('explain')
    .description('what a rule is, or what is seen and done at a place, and what would make it rewritable')
    .argument('<rule | file:line>', 'a rule that a report names, or a line of a file')
    .option('--ignore <glob>', 'files that the run leaves as they are (repeatable)', collectWhole, [])
    .option('--config <file>', 'read this config file, and not the nearest authjs-clerk.config.*')
    .addOption(offering('--format <name>', 'of what is printed', ['pretty', 'json']).default('pretty'))
    .option('--no-color', 'print without colours (NO_COLOR does the same)')
    .action(async (what: string, given: ExplainFlags) => {
      const { explain, fileAskedFor } = await import('../../lib/runner/explain.js');
      const file = fileAskedFor(what);
      const flags = file === undefined ? given : await withConfig(command, given, file, SETTINGS);
      const { transform: transforms = [], format, ...settings } = flags;
      done(await explain(what, process.cwd(), await streams(flags, false), { ...settings, transforms }, format));
    });
}
