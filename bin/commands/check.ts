import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { CheckOptions } from '../../lib/runner/check.js';
import { collectWhole, offering, printOptions, wholeNumber, type PrintFlags } from '../arguments.js';
import { withConfig } from '../settings.js';
import { streams, usualFormat } from '../streams.js';

type CheckFlags = PrintFlags & Omit<CheckOptions, 'cwd' | 'path' | 'format'>;

/** `check`, for CI. @param done gets the exit code */
export function addCheck(program: Command, done: (code: number) => void): void {
  const command = program
    .command('check')
    .description('exit 1 while anything of Auth.js is left, for CI')
    .argument('[path]', 'the app or the monorepo’s root', '.')
    .option('--ignore <glob>', 'leave these files out (repeatable)', collectWhole, [])
    .option('--config <file>', 'read this config file, and not the nearest authjs-clerk.config.*')
    .option('--baseline <file>', 'let pass what this file lists; only what is new beside it counts')
    .option('--update-baseline', 'write what is left into the baseline')
    .option('--max <n>', 'let pass so many', wholeNumber)
    .addOption(
      offering('--only <kind>', 'what is looked for', ['imports', 'urls', 'env', 'deps', 'all']).default('all'),
    )
    .option('--since <ref>', 'only files that changed since this commit, branch or tag')
    .option('--staged', 'only files that are staged, for a hook')
    .option('--handoff <folder>', 'hold the status of a hand-off against what is left');
  printOptions(command).action(async (path: string, given: CheckFlags & { config?: string }) => {
    const flags = await withConfig(command, given, path, ['format', 'baseline', 'max', 'only', 'handoff']);
    // One that only a config names is there once a run has written it; until then there is nothing to hold it against.
    const handoff = given.handoff ?? (flags.handoff && existsSync(flags.handoff) ? flags.handoff : undefined);
    const { handoff: _, ...withoutHandoff } = flags;
    const { check } = await import('../../lib/runner/check.js');
    const format = flags.format ?? (await usualFormat());
    done(
      await check(
        { ...withoutHandoff, ...(handoff !== undefined && { handoff }), cwd: process.cwd(), path, format },
        await streams(flags, false),
      ),
    );
  });
}
