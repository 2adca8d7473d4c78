import type { Command } from 'commander';

/** `list`: the transforms, in the order of the chain. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('the transforms, in the order of the chain')
    .action(async () => {
      const { TRANSFORMS } = await import('../../transforms/index.js');
      const width = Math.max(...TRANSFORMS.map(({ name }) => name.length));
      process.stdout.write(
        TRANSFORMS.map(({ name, description }) => `${name.padEnd(width)}  ${description}\n`).join(''),
      );
    });
}
