import type { LinkName } from './links.js';

/**
 * How much hangs on what is left: `error` decides who gets in or signs in, or keeps the app from running; `warning` is code
 * that does something else than before until it is done; `note` is nothing to decide.
 */
export type Severity = 'error' | 'warning' | 'note';

/** A kind of site, or of follow-up: its id names the page docs/rules/<id>.md, which scripts/rules.mjs writes from this. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Whether single places in the code carry it, the list of what to do afterwards, or both. */
  readonly kind: 'site' | 'follow-up' | 'both';
  readonly severity: Severity;
  readonly meaning: string;
  /** What the command does there by itself. */
  readonly rewritten?: string;
  /** Why it is left to a person: why no safe rewrite exists. */
  readonly left?: string;
  /** What to do by hand, with Clerk's own calls. Lines that begin with `- ` are a list. */
  readonly todo?: string;
  readonly before?: string;
  /** Type-checked against @clerk/nextjs by __tests__/docs. */
  readonly after?: string;
  /** Clerk's own pages first, then Auth.js's. */
  readonly links: readonly LinkName[];
  /** The site goes when others are done: nothing has to be decided there. */
  readonly waits?: true;
}
