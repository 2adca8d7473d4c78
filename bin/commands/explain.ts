import type { Command } from 'commander';
import type { PrintFlags } from '../arguments.js';
import { streams } from '../streams.js';

/** `explain`: what a rule is, or what is seen and done at a place. @param done gets the exit code */
export function addExplain(program: Command, done: (code: number) => void): void {
  program
    .command('explain')
    .description('what a rule is, or what is seen and done at a place, and what would make it rewritable')
    .argument('<rule | file:line>', 'a rule that a report names, or a line of a file')
    .option('--no-color', 'print without colours (NO_COLOR does the same)')
    .action(async (what: string, flags: PrintFlags) => {
      const { explain } = await import('../../lib/runner/explain.js');
      done(await explain(what, process.cwd(), await streams(flags, false)));
    });
}
