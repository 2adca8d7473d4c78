import { Argument, type Command } from 'commander';
import { EMPTY, REQUEST, SHELLS } from '../completion/protocol.js';
import type { Shell } from '../completion/scripts.js';

/** `completion`: what a shell needs to complete this command line, and what that asks. @param usual the default command */
export function addCompletion(program: Command, usual: string): void {
  program
    .command('completion')
    .description('print what a shell needs to complete commands, options and their values')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action(async (shell: Shell) => {
      const { SCRIPTS } = await import('../completion/scripts.js');
      process.stdout.write(SCRIPTS[shell]);
    });
  program
    .command(REQUEST, { hidden: true })
    .argument('[words...]')
    .option(EMPTY)
    .action(async (words: string[], { empty }: { empty?: true }) => {
      const [{ candidates }, { answer }] = await Promise.all([
        import('../completion/candidates.js'),
        import('../completion/protocol.js'),
      ]);
      process.stdout.write(answer(candidates(program, empty ? [...words, ''] : words, usual)));
    });
}
