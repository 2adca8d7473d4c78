import type { Command } from 'commander';

/** `list`: the transforms, in the order of the chain, or the rules. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('the transforms, in the order of the chain')
    .option('--rules', 'the rules that a report names instead; explain says what each is')
    .action(async ({ rules }: { rules?: true }) => {
      process.stdout.write(await (rules ? listOfRules() : listOfTransforms()));
    });
}

async function listOfTransforms(): Promise<string> {
  const { TRANSFORMS } = await import('../../transforms/index.js');
  const width = Math.max(...TRANSFORMS.map(({ name }) => name.length));
  return TRANSFORMS.map(({ name, description }) => `${name.padEnd(width)}  ${description}\n`).join('');
}

async function listOfRules(): Promise<string> {
  const [{ RULES }, { renderRules }] = await Promise.all([
    import('../../lib/source/rules.js'),
    import('../../lib/report/rule-page.js'),
  ]);
  return renderRules(RULES);
}
