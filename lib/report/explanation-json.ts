import { LINKS, helpFor, type Rule } from '../source/rules.js';
import { adviceFor, type Explanation } from './explanation.js';

/** What is said of a line, for a program: docs/report.md describes it. */
export const explanationsAsJson = (explanations: readonly Explanation[]): string =>
  `${JSON.stringify(explanations.map(asData), undefined, 2)}\n`;

function asData({ path, site, transforms, excerpt, flow }: Explanation) {
  const { rule, outcome, symbol, line, column, endLine, endColumn, message, help } = site;
  const { rewritable, todo } = adviceFor(site);
  const lines = (texts: NonNullable<Explanation['excerpt']>['before']) =>
    texts.filter(({ isChanged }) => isChanged).map(({ number, text }) => ({ line: number, text }));
  return {
    path,
    line,
    column,
    endLine,
    endColumn,
    symbol,
    rule,
    outcome,
    message,
    help,
    transforms,
    seen: flow ?? null,
    change: excerpt?.after ? { before: lines(excerpt.before), after: lines(excerpt.after) } : null,
    rewritableIf: rewritable ?? null,
    todo: todo ?? null,
  };
}

/** A rule's page, for a program. */
export function ruleAsJson({ links, ...rule }: Rule): string {
  const pages = links.map((key) => ({ title: LINKS[key][0], address: LINKS[key][1] }));
  return `${JSON.stringify({ ...rule, help: helpFor(rule.id), links: pages }, undefined, 2)}\n`;
}
