import type { Output } from '../lib/runner/options.js';
import type { Progress } from '../lib/runner/progress.js';
import type { Talk } from '../lib/runner/talk.js';
import type { PrintFlags } from './arguments.js';

/** A coding agent that reads the output gets lines that are easy to take apart; a person, and a file, the usual text. */
export async function usualFormat(): Promise<string> {
  if (process.stdout.isTTY === true) return 'pretty';
  const { isAgent } = await import('std-env');
  return isAgent ? 'agent' : 'pretty';
}

/** Whether a person is at both ends. */
export const isAttended = (): boolean =>
  process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'];

/** The streams of this process. @param asks whether a person may be asked */
export async function streams(flags: PrintFlags & { interactive?: boolean }, asks: boolean): Promise<Output> {
  const { quiet, format, color } = flags;
  const { default: picocolors } = await import('picocolors');
  const colors = color && picocolors.isColorSupported && process.stdout.isTTY === true;
  const isQuiet = quiet === true && format === undefined;
  return {
    out: (text) => {
      if (!isQuiet) process.stdout.write(text);
    },
    err: (text) => void process.stderr.write(text),
    note: (text) => {
      if (!quiet) process.stderr.write(text);
    },
    colors,
    columns: process.stdout.columns,
    confirm: asks && isAttended() ? confirm : undefined,
    talk: asks && isAttended() ? await talk({ colors, interactive: flags.interactive === true }) : undefined,
    progress: await progress(quiet === true),
  };
}

/** Loaded only where somebody is there to talk to. */
async function talk(options: { colors: boolean; interactive: boolean }): Promise<Talk> {
  const { terminalTalk } = await import('../lib/terminal/talk.js');
  return terminalTalk(options);
}

async function progress(isQuiet: boolean): Promise<Progress | undefined> {
  if (isQuiet || process.stderr.isTTY !== true || process.env['CI']) return undefined;
  const { progressLine } = await import('../lib/terminal/progress.js');
  return progressLine((text) => void process.stderr.write(text));
}

async function confirm(question: string): Promise<boolean> {
  const prompts = await import('@clack/prompts');
  return (await prompts.confirm({ message: question })) === true;
}
