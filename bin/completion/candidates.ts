import type { Argument, Command, Option } from 'commander';

/** What may stand where the cursor is. */
export interface Candidates {
  readonly words: readonly Candidate[];
  /** Whether names of files may, too: those the shell knows best. */
  readonly files: boolean;
}

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** Values that are paths, by how they are written in the help. */
const PATHS = /<(?:file|folder|dir|glob)>/;

/**
 * What may stand in the place of the last word, read off the commands themselves.
 * @param program the whole command line
 * @param words what was typed behind the program's name, up to the cursor, as the shell takes it apart: bash makes three
 * words of `--option=value`. The last is the one that is typed, and empty behind a space.
 * @param usual the name of the command that a first word which names none belongs to
 */
export function candidates(program: Command, words: readonly string[], usual: string): Candidates {
  const current = words.at(-1) ?? '';
  const place = placeAfter(program, words.slice(0, -1), usual);
  const { option, command, operands, isPlain } = place;
  const assigned = /^(--[^=]+=)/.exec(current)?.[1];
  if (option) return valuesOf(option, current === '=' ? '' : current, '');
  if (assigned !== undefined && !isPlain) {
    const named = optionNamed(assigned.slice(0, -1), place);
    return named ? valuesOf(named, current, assigned) : { words: [], files: false };
  }
  if (current.startsWith('-') && !isPlain) {
    const options = optionsOf(place).map((each) => ({ value: nameOf(each), description: each.description }));
    return { words: unique(options, current), files: false };
  }
  const commands = operands > 0 || isPlain ? [] : command.createHelp().visibleCommands(command);
  const argument = argumentAt(place.fallback ?? command, operands);
  return {
    words: unique(
      [
        ...commands.map((each) => ({ value: each.name(), description: each.description() })),
        ...(argument?.argChoices ?? []).map((value) => ({ value, description: '' })),
      ],
      current,
    ),
    files: argument !== undefined && !argument.argChoices,
  };
}

/** Where the cursor is: what the words before it lead to. */
interface Place {
  readonly command: Command;
  /** The usual command, as long as it may be meant. */
  readonly fallback: Command | undefined;
  readonly operands: number;
  /** The option that waits for its value. */
  readonly option: Option | undefined;
  /** Behind `--`, where nothing is an option. */
  readonly isPlain: boolean;
}

function placeAfter(program: Command, words: readonly string[], usual: string): Place {
  const main = program.commands.find((each) => each.name() === usual);
  let place: Place = { command: program, fallback: main, operands: 0, option: undefined, isPlain: false };
  for (const word of words) place = after(word, place);
  return place;
}

function after(word: string, place: Place): Place {
  const { command, fallback, operands, option, isPlain } = place;
  if (option) return word === '=' ? place : { ...place, option: undefined };
  if (isPlain) return { ...place, operands: operands + 1 };
  if (word === '--') return { ...place, command: fallback ?? command, fallback: undefined, isPlain: true };
  if (word.startsWith('-') && word !== '-') {
    const named = optionNamed(word, place);
    const isOwn = named !== undefined && command.options.includes(named);
    return {
      ...place,
      // An option of the usual command is the word by which that command is told.
      ...(fallback && !isOwn && { command: fallback, fallback: undefined }),
      option: named?.required ? named : undefined,
    };
  }
  const sub = operands === 0 ? command.commands.find((each) => each.name() === word) : undefined;
  if (sub) return { ...place, command: sub, fallback: undefined };
  return { ...place, command: fallback ?? command, fallback: undefined, operands: operands + 1 };
}

/** The options that may be given, the program's own and the usual command's as long as that may be meant. */
function optionsOf({ command, fallback }: Place): Option[] {
  return [command, ...(fallback ? [fallback] : [])].flatMap((each) => each.createHelp().visibleOptions(each));
}

const optionNamed = (name: string, place: Place): Option | undefined =>
  optionsOf(place).find((option) => option.long === name || option.short === name);

const nameOf = ({ long, short }: Option): string => long ?? short ?? '';

/** @param prefix what the word begins with that the value is written behind */
function valuesOf({ argChoices, flags }: Option, current: string, prefix: string): Candidates {
  const values = (argChoices ?? []).map((value) => ({ value: `${prefix}${value}`, description: '' }));
  return { words: unique(values, current), files: PATHS.test(flags) };
}

function argumentAt({ registeredArguments: known }: Command, index: number): Argument | undefined {
  const last = known.at(-1);
  return known[index] ?? (last?.variadic ? last : undefined);
}

/** Those that begin as the word does, each once. */
const unique = (all: readonly Candidate[], current: string): Candidate[] =>
  all.filter(({ value }, at) => value.startsWith(current) && all.findIndex((other) => other.value === value) === at);
