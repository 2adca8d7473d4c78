import type { Rejection } from '../record.js';

/** What stands at one place of a users file: JSON, or something that could not be read as a record. */
export interface Entry {
  /** As it goes into the errors file, so that it can be read again. */
  input: unknown;
  broken?: Rejection;
}
