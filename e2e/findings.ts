import { compare } from '../lib/verify/compare.js';
import { acceptedReason } from './differences.js';
import type { Recording } from './record.js';

/** Something that fails a run, or was accepted with a reason. */
export interface Finding {
  readonly where: string;
  readonly what: string;
  /** Why it is let pass; undefined where it is not. */
  readonly accepted: string | undefined;
}

/** Holds two recordings of an app against each other. */
export function compareRecordings(app: string, before: Recording, after: Recording): Finding[] {
  return [...before].flatMap(([key, { answer, texts }]) => {
    const other = after.get(key);
    if (!other) return [{ where: key, what: 'was not asked after', accepted: undefined }];
    const difference = compare(answer, other.answer, texts);
    if (!difference) return [];
    return [
      {
        where: key,
        what: `${difference.kind}: ${difference.before} → ${difference.after}`,
        accepted: acceptedReason(app, key, difference.kind),
      },
    ];
  });
}
