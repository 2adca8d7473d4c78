import type { Output } from '../lib/runner/options.js';
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
export async function streams({ quiet, format, color }: PrintFlags, asks: boolean): Promise<Output> {
  const { default: picocolors } = await import('picocolors');
  return {
    out: (text) => {
      if (!quiet || format !== undefined) process.stdout.write(text);
    },
    err: (text) => void process.stderr.write(text),
    note: (text) => {
      if (!quiet) process.stderr.write(text);
    },
    colors: color && picocolors.isColorSupported && process.stdout.isTTY === true,
    columns: process.stdout.columns,
    confirm: asks && isAttended() ? confirm : undefined,
  };
}

async function confirm(question: string): Promise<boolean> {
  const prompts = await import('@clack/prompts');
  const answer = await prompts.confirm({ message: question });
  return answer === true;
}
