import type { Begun } from './plan.js';
import type { Policy } from './policy.js';

export const JOURNAL_NAME = 'users-import.journal.ndjson';
export const KIND = 'authjs-clerk-codemod users import';

/** The first line: what the import is of, and where it goes. */
export interface Header {
  journal: typeof KIND;
  version: 1;
  instance: string;
  apiUrl: string;
  /** The users file, as it was named. */
  file: string;
  sha256: string;
  records: number;
  startedAt: string;
  policy: Policy;
}

/** What became of a record. */
export interface Outcome {
  is: 'created' | 'updated' | 'skipped' | 'failed';
  /** The id of the user at Clerk, where there is one. */
  clerk?: string;
  /** Whether this import created the user; also where a later step failed. */
  own?: true;
  code?: string;
  reason?: string;
}

/** Every other line. `n` is the record's number, `id` its userId. */
export type Line =
  | { n: number; id: string; do: Begun }
  | ({ n: number; id?: string } & Outcome)
  /** The import was taken back, or is being. */
  | { undo: 'begun' };

export const isHeader = (line: unknown): line is Header =>
  typeof line === 'object' &&
  line !== null &&
  'journal' in line &&
  line.journal === KIND &&
  'version' in line &&
  line.version === 1;
