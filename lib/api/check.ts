import type { Report } from '../ledger.js';
import { checkApp, type CheckOptions } from '../runner/check.js';
import { laidOut, type InMemory } from './in-memory.js';

/** What `check()` takes; the command's options of the same names. `cwd` is the process's and `path` is `.` unless given. */
export type CheckInput = Partial<Omit<CheckOptions, 'updateBaseline'>>;

/** What is left of Auth.js. */
export interface CheckedApp {
  /** Its files list what is left, beyond what a baseline lets stay. */
  readonly report: Report;
  /** How many references that is. */
  readonly leftovers: number;
  /** Nothing is left, or no more than `max`, and every file could be read. */
  readonly isClean: boolean;
}

/**
 * Looks for what is left of Auth.js. Nothing is written.
 * @param input with `files`, the app is what they say and the disk is not looked at
 * @throws {BadInput} where there is no app to look at, or the baseline can't be read
 */
export async function check(input: CheckInput & { readonly files?: InMemory } = {}): Promise<CheckedApp> {
  const { files, ...options } = input;
  const at = (cwd: string) => checkApp({ path: '.', ignore: [], ...options, cwd });
  const { report, sitesFound, isClean } =
    files === undefined ? await at(input.cwd ?? process.cwd()) : await laidOut(files, at);
  return { report, leftovers: sitesFound, isClean };
}
