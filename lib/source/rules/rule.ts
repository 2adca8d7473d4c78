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
  /** An example; a test holds that the command treats it as the page says. */
  readonly before?: string;
  /** Type-checked against @clerk/nextjs by __tests__/docs. */
  readonly after?: string;
  /** Of a rule that rewrites some and leaves others: the example is one that is left. */
  readonly byHand?: true;
  /** Clerk's own pages first, then Auth.js's. */
  readonly links: readonly LinkName[];
  /** The site goes when others are done: nothing has to be decided there. */
  readonly waits?: true;
}

/** Whether the command leaves a rule's example to a person: what stands behind it is written by hand then. */
export const isLeftInExample = ({ rewritten, byHand }: Rule): boolean => rewritten === undefined || byHand === true;

/** What stands over the two parts of a rule's example, as far as there are two. */
export function exampleHeadings(rule: Rule): { before: string; after: string } {
  if (rule.before === undefined) return { before: '', after: 'Example' };
  if (rule.after === undefined) return { before: 'Example', after: '' };
  return { before: 'Before', after: isLeftInExample(rule) ? 'After, by hand' : 'After, as the command writes it' };
}
