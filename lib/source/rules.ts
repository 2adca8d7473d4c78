import { CLIENT_RULES } from './rules/client.js';
import { LEFTOVER_RULES } from './rules/leftovers.js';
import { MIDDLEWARE_RULES } from './rules/middleware.js';
import type { Rule, Severity } from './rules/rule.js';
import { WRAPPER_RULES } from './rules/server-wrappers.js';
import { SERVER_RULES } from './rules/server.js';
import { SET_UP_RULES } from './rules/set-up.js';
import { SIGN_IN_ELSEWHERE_RULES } from './rules/sign-in-elsewhere.js';
import { SIGN_IN_RULES } from './rules/sign-in.js';

export { LINKS } from './rules/links.js';
export { isLeftInExample } from './rules/rule.js';
export type { Rule, Severity } from './rules/rule.js';

/** Every rule that a site or a follow-up may name. A test fails on an id in the code that has no row here. */
export const RULES: readonly Rule[] = [
  ...SERVER_RULES,
  ...WRAPPER_RULES,
  ...CLIENT_RULES,
  ...SIGN_IN_RULES,
  ...SIGN_IN_ELSEWHERE_RULES,
  ...MIDDLEWARE_RULES,
  ...SET_UP_RULES,
  ...LEFTOVER_RULES,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => BY_ID.get(id);

const PAGES = 'https://unpkg.com/authjs-clerk-codemod/docs/rules';

/** How much hangs on a site of this rule; of an id that is not known nothing can be told. */
export const severityOf = (id: string): Severity => BY_ID.get(id)?.severity ?? 'warning';

/** The address of a rule's page. */
export const helpFor = (rule: string): string => `${PAGES}/${rule}.md`;

/** The rules that no transform owns: what the runner itself says of a site. */
export const RUNNER_RULES = {
  /** Nobody knows what to do with the site: never silent. */
  unhandled: 'unhandled',
  notSelected: 'not-selected',
  outsidePath: 'outside-path',
  importInUse: 'import-in-use',
} as const;
