/** A kind of site, or of follow-up: its id names the page docs/rules/<id>.md. */
export interface Rule {
  readonly id: string;
  readonly title: string;
}

const PAGES = 'https://unpkg.com/authjs-clerk-codemod/docs/rules';

export const helpFor = (rule: string): string => `${PAGES}/${rule}.md`;

/** The rules that no transform owns: what the runner itself says of a site. */
export const RUNNER_RULES = {
  /** Nobody knows what to do with the site: never silent. */
  unhandled: 'unhandled',
  notSelected: 'not-selected',
  outsidePath: 'outside-path',
  importInUse: 'import-in-use',
} as const;
