import { compare } from '../lib/verify/compare.js';
import type { Visit } from './browser/visit.js';
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
  return [...before].flatMap(([key, { answer, wanted }]) => {
    const other = after.get(key);
    if (!other) return [{ where: key, what: 'was not asked after', accepted: undefined }];
    const difference = compare(answer, other.answer, wanted.facts ?? 'whole');
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

/** Holds what a browser saw at both sides against each other; nothing may have gone wrong at either. */
export function compareVisits(app: string, before: Visit, after: Visit): Finding[] {
  const steps = [...new Set([...Object.keys(before.seen), ...Object.keys(after.seen)])];
  return [
    ...steps
      .filter((step) => before.seen[step] !== after.seen[step])
      .map((step) => ({
        where: `in the browser, ${step}`,
        what: `${before.seen[step] ?? 'not seen'} → ${after.seen[step] ?? 'not seen'}`,
        accepted: acceptedReason(app, step, 'browser'),
      })),
    ...before.problems.map((what) => ({
      where: 'in the browser, with Auth.js',
      what,
      accepted: undefined,
    })),
    ...after.problems.map((what) => ({
      where: 'in the browser, with Clerk',
      what,
      accepted: undefined,
    })),
  ];
}
