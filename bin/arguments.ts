import { InvalidArgumentError, Option, type Command } from 'commander';
import { nearest } from '../lib/nearest.js';
import { TOOL } from '../lib/tool.js';

/** What every command takes that prints. */
export interface PrintFlags {
  readonly format?: string;
  readonly color: boolean;
  readonly quiet?: true;
}

/** What a report may be printed in; the formats themselves are loaded by what prints. */
// prettier-ignore
export const FORMAT_NAMES = ['pretty', 'json', 'markdown', 'sarif', 'github', 'gitlab', 'junit', 'html', 'agent'] as const;

/** The options of commands that print a report. */
export const printOptions = (command: Command): Command =>
  command
    .addOption(offering('--format <name>', 'of what is printed', FORMAT_NAMES))
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

/** An option whose values the help and the shell's completion offer; whoever reads them says what is none. */
export function offering(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description);
  option.argChoices = [...choices];
  return option;
}

/** An option that takes one of a few words. */
export const choosing = (flags: string, description: string, choices: readonly string[]): Option =>
  offering(flags, description, choices).argParser(oneOf(choices));

/** One of a few words; the error names the nearest. @throws {InvalidArgumentError} */
const oneOf =
  (choices: readonly string[]) =>
  (value: string): string => {
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
