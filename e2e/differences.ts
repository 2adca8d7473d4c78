import type { DifferenceKind } from '../lib/verify/compare.js';

/** A difference between before and after that is meant to be there. */
export interface Accepted {
  /** The example, or every one. */
  readonly app: string | 'every';
  /** What the line has to match: `person · METHOD path`, or the browser's step. */
  readonly request: RegExp;
  readonly kind: DifferenceKind | 'browser';
  readonly reason: string;
}

/**
 * The one list of accepted differences; anything else fails. What never counts as one is not here: a sign-in page may
 * move, and the parameter that holds the way back may change its name (`callbackUrl` → `redirect_url`), since
 * lib/verify/answer.ts reads both alike.
 */
export const ACCEPTED: readonly Accepted[] = [
  {
    app: 'v5-roles',
    request: /^user · \w+ \/admin/,
    kind: 'denial',
    reason:
      'Auth.js sent somebody who is signed in, and lacks the role, to sign in. Clerk’s page sends them straight back, so that would not end: they are sent to the start page.',
  },
];

export const acceptedReason = (app: string, key: string, kind: Accepted['kind']): string | undefined =>
  ACCEPTED.find((each) => (each.app === 'every' || each.app === app) && each.kind === kind && each.request.test(key))
    ?.reason;
