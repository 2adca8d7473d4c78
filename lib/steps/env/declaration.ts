import type { Span } from '../../ast/tree.js';
import type { ClerkVariable } from '../../clerk/variables.js';

/** A place in an env or deployment file that gives a variable its value, or passes it on. Its span is the text that goes with it, line breaks and all. */
export interface Declaration extends Span {
  readonly name: string;
  /** Where the name stands. */
  readonly at: number;
  /** Whether a value of its own would be lost with the text: it is neither empty nor a reference. */
  readonly holdsValue: boolean;
  /** What list of variables it belongs to, told by a number: a file, a service of a compose file, a job's `env`. */
  readonly list: number;
  /** The list with its key, where it may not stay when nothing is left in it. */
  readonly whole?: Span;
  /** Where the lines begin that no empty line parts from it: a heading, what is said of the variables below. */
  readonly paragraph?: number;
  /** The same declaration of other variables, which get no secret here, as text for its place. */
  write(variables: readonly ClerkVariable[]): string;
}

/** Reads the declarations of a text, whatever the variables are; none where it can't be read. */
export type Reader = (text: string) => Declaration[];
