import { AVATAR, type Visitor } from './persons.js';

interface Allowed {
  readonly what: string;
  /** Why it is not the codemod's to mend. */
  readonly reason: string;
  readonly visitors: readonly Visitor[] | 'all';
  /** The apps of probes in which it is met; all where nothing is said. */
  readonly apps?: readonly string[];
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
    what: 'an id where there was none',
    reason: 'a session that is handed on whole has the id, also where no callback of the app’s put it there',
    visitors: 'all',
    apps: ['v4-pages-js'],
    erase: (outcome) => outcome.replaceAll(/"id": "u_\w+",\s*(?="image")/g, ''),
  },
  {
    what: 'the words of a TypeError',
    reason: 'a property of null is read under another name',
    visitors: 'all',
    erase: (outcome) => outcome.replaceAll(/"because": "(?:[^"\\]|\\.)*"/g, '"because": "…"'),
  },
];

/** An outcome without the differences that were decided. */
export const essence = (outcome: string, visitor: Visitor, app: string): string =>
  ALLOWED.filter(
    ({ visitors, apps }) => (visitors === 'all' || visitors.includes(visitor)) && (apps?.includes(app) ?? true),
  ).reduce((text, { erase }) => erase(text), outcome);
