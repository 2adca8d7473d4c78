import { accessSync, constants, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EXTENSIONS, FORMATS, formatOfFile, type Format } from '../report/index.js';
import type { FieldMappings } from '../clerk/field-mappings.js';
import { guess } from '../nearest.js';
import { BadInput } from '../project/index.js';
import type { WrapperSetting } from '../scan/wrappers.js';
import type { Preferences } from './preferences.js';
import type { Progress } from './progress.js';
import type { Talk } from './talk.js';

/** Where the command's text goes; the bin gives the real streams. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** A remark beside the result, which --quiet leaves out. */
  note(text: string): void;
  readonly colors: boolean;
  readonly columns: number | undefined;
  /** Asks a yes-or-no question; undefined where nobody is there to answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  /** The person at the terminal whom a run is talked over with; undefined where nobody is there to answer. */
  readonly talk?: Talk | undefined;
  /** Shows long work as it goes on. */
  readonly progress?: Progress | undefined;
}

export interface RunOptions extends Partial<Preferences> {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly transforms: readonly string[];
  readonly dryRun: boolean;
  readonly diff: boolean;
  readonly reports: readonly string[];
  readonly format: string;
  readonly ignore: readonly string[];
  readonly force: boolean;
  readonly yes: boolean;
  readonly todo: boolean;
  readonly bridge: boolean;
  readonly strict: boolean;
  /** A folder for what a person or a coding agent needs to do the rest. */
  readonly handoff?: string;
  /** Ask about each file. */
  readonly interactive?: boolean;
  /** Tell of each part of the run, and print the whole report also where a person was told the most important of it. */
  readonly verbose?: boolean;
  /** Whether changed files go through the app's own formatter; they do unless told otherwise. */
  readonly formatFiles?: boolean;
  /** Functions of the app's own that yield the session, where the run can't see it. */
  readonly wrappers?: readonly WrapperSetting[];
  /** Fields of the app's own whose place in Clerk a config names. */
  readonly fields?: FieldMappings;
  /** Raise Next to the patched release of its own major where Clerk needs that. */
  readonly bumpNext?: boolean;
  /** Test paths in a middleware by Clerk's `createRouteMatcher()`. */
  readonly routeMatcher?: boolean;
  /** Run the app's package manager once the manifests are written. */
  readonly install?: boolean;
}

/** `a, b or c` */
const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** @throws {BadInput} for a format that there is not */
export function formatNamed(name: string): Format {
  const found = FORMATS.find((format) => format === name);
  if (!found) throw new BadInput(`there is no format “${name}”${guess(name, FORMATS) || ':'} use ${listed(FORMATS)}`);
  return found;
}

/**
 * Finds out whether the reports can be written, before anything else is.
 * @throws {BadInput} naming the first that can't
 */
export function reportTargets(paths: readonly string[], cwd: string): { path: string; format: Format }[] {
  return paths.map((given) => {
    const path = resolve(cwd, given);
    const format = formatOfFile(path);
    if (!format) throw new BadInput(`the report ${given} has no format: end its name in ${listed(EXTENSIONS)}`);
    const problem = whyNotWritable(path);
    if (problem !== undefined) throw new BadInput(`the report ${given} can't be written: ${problem}`);
    return { path, format };
  });
}

function whyNotWritable(path: string): string | undefined {
  const existing = statsOf(path);
  if (existing?.isDirectory()) return 'it is a folder';
  const folder = statsOf(dirname(path));
  if (!folder) return `the folder ${dirname(path)} does not exist`;
  if (!folder.isDirectory()) return `${dirname(path)} is no folder`;
  try {
    accessSync(existing ? path : dirname(path), constants.W_OK);
    return undefined;
  } catch {
    return 'permission denied';
  }
}

/** What stands at a path; nothing can stand below a file, and Node throws there. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
