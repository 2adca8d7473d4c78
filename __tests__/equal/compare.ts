import { AVATAR, type Visitor } from './persons.js';

interface Allowed {
  readonly what: string;
  /** Why it is not the codemod's to mend. */
  readonly reason: string;
  readonly visitors: readonly Visitor[] | 'all';
  /** Takes the difference out of an outcome, on both sides. */
  readonly erase: (outcome: string) => string;
}

/** The differences that were decided. A probe whose outcomes are equal without them is equal for certain. */
export const ALLOWED: readonly Allowed[] = [
  {
    what: 'where signing in happens',
    reason: 'Auth.js’s own page goes, and Clerk’s takes its place; the way back is compared where the app names one',
    visitors: 'all',
    erase: (outcome) =>
      outcome
        .replaceAll(/\/api\/auth\/signin(?:\?[^"\\]*)?|\/(?:sign-in|login)(?:\/?\?[^"\\]*)?(?=["\\])/g, '«sign-in»')
        .replaceAll('to «sign-in»', 'to sign-in'),
  },
  {
    what: 'a generated picture',
    reason: 'Clerk has one for everybody; where the app tests whether there is one, nothing of this is needed',
    visitors: ['without name and image'],
    erase: (outcome) =>
      outcome
        .replaceAll(` src=\\"${AVATAR}\\"`, '')
        .replaceAll(`"${AVATAR}"`, 'null')
        .replaceAll(new RegExp(`\\\\+"${AVATAR}\\\\+"`, 'g'), 'null'),
  },
  {
    what: 'the order of a session’s fields',
    reason: 'a generated session has the id first; it shows only where a session is printed whole',
    visitors: 'all',
    erase: (outcome) =>
      outcome.replaceAll(
        /\{((?:\\+"\w+\\+":(?:\\+"[^{}"\\]*\\+"|\w+),?)+)\}/g,
        (_, members: string) =>
          `{${members
            .split(/,(?=\\+"\w+\\+":)/)
            .toSorted()
            .join(',')}}`,
      ),
  },
  {
    what: 'a form around a button',
    reason: 'a form whose action only signs in or out is a button of Clerk’s, which needs none',
    visitors: 'all',
    erase: (outcome) => outcome.replaceAll(/<form action>(<button[^<]*<\/button>)<\/form>/g, '$1'),
  },
  {
    what: 'the words of a TypeError',
    reason: 'a property of null is read under another name',
    visitors: 'all',
    erase: (outcome) => outcome.replaceAll(/"because": "(?:[^"\\]|\\.)*"/g, '"because": "…"'),
  },
];

/** An outcome without the differences that were decided. */
export const essence = (outcome: string, visitor: Visitor): string =>
  ALLOWED.filter(({ visitors }) => visitors === 'all' || visitors.includes(visitor)).reduce(
    (text, { erase }) => erase(text),
    outcome,
  );
