import type { Rejection } from '../record.js';

/** Deeper than any metadata is, and far from where JSON.stringify gives out. */
const DEEPEST = 100;

/** What stands at one place of a users file: JSON, or something that could not be read as a record. */
export interface Entry {
  /** As it goes into the errors file, so that it can be read again. */
  input: unknown;
  broken?: Rejection & { userId?: string };
}

/** A record that is nested too deep to be written anywhere is a bad one; its number leads to it in the file. */
export function notTooDeep(entry: Entry): Entry {
  if (!isDeeper(entry.input, DEEPEST)) return entry;
  const { userId } = entry.input as { userId?: unknown };
  const reason = `it is nested more than ${DEEPEST} levels deep`;
  return { input: null, broken: { ...(typeof userId === 'string' ? { userId } : {}), code: 'too_deep', reason } };
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));
