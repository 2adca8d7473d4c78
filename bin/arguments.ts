import { InvalidArgumentError, type Command } from 'commander';
import { nearest } from '../lib/nearest.js';
import { TOOL } from '../lib/tool.js';

/** What every command takes that prints. */
export interface PrintFlags {
  readonly format?: string;
  readonly color: boolean;
  readonly quiet?: true;
}

export const FORMAT_HELP = 'of what is printed: pretty, json, markdown, sarif, github, gitlab, junit, html or agent';

/** The options of commands that print a report. */
export const printOptions = (command: Command): Command =>
  command
    .option('--format <name>', FORMAT_HELP)
    .option('--no-color', 'print without colours (NO_COLOR does the same)')
    .option('-q, --quiet', 'print errors alone, and what --format asks for');

/** `a,b` and repeated: one list. */
export const collect = (value: string, all: string[]): string[] => [
  ...all,
  ...value.split(',').map((name) => name.trim()),
];

/** Repeated, each value as it is: a path may hold a comma. */
export const collectWhole = (value: string, all: string[]): string[] => [...all, value];

/** @throws {InvalidArgumentError} which commander turns into one line */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

/** One of a few words; the error names the nearest. @throws {InvalidArgumentError} */
export const oneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (value: string): Choice => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const near = nearest(value, choices);
    throw new InvalidArgumentError(
      `It takes ${choices.join(', ')}${near === undefined ? '.' : `, did you mean ${near}?`}`,
    );
  };

/** Commander's message and its suggestion, as one line that says where the options are. */
export const oneLine = (text: string): string =>
  `${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*\(Did you mean (.+)\?\)$/s, ', did you mean $1?')} See: ${TOOL.name} --help\n`.replace(
    /([^?.])( See: )/,
    '$1.$2',
  );
