import type { Colors } from 'picocolors/types.js';
import { LINKS, type Rule } from '../source/rules.js';
import { exampleHeadings } from '../source/rules/rule.js';
import { NARROWEST } from './layout.js';
import { wrap } from './text.js';

export interface PageOptions {
  readonly colors: Colors;
  /** The terminal's width; without it no line is wrapped. */
  readonly columns?: number;
}

/** A rule's page, for a terminal. */
export function renderRule(rule: Rule, options: PageOptions): string {
  const { colors } = options;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', colors.bold(heading), ...lines];
  const text = (prose: string | undefined) => (prose === undefined ? [] : paragraphs(prose, options));
  const code = (source: string | undefined) =>
    (source ?? '').split('\n').flatMap((line) => (source ? `  ${line}` : []));
  const headings = exampleHeadings(rule);
  const lines = [
    `${colors.bold(rule.title)}  ${colors.dim(`${rule.id} · ${rule.severity}`)}`,
    ...text(rule.meaning),
    ...section('What is rewritten', text(rule.rewritten)),
    ...section('Why it is left to you', text(rule.left)),
    ...section('What to do', text(rule.todo)),
    ...section(headings.before, code(rule.before)),
    ...section(headings.after, code(rule.after)),
    ...section(
      'See also',
      rule.links.map((key) => `${LINKS[key][0]}: ${LINKS[key][1]}`),
    ),
  ];
  return `${lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

/** Markdown of a rule as lines of text: a link is its words, or the rule that it leads to. */
export function paragraphs(prose: string, { columns }: PageOptions): string[] {
  return prose
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, target: string) =>
      /^[\w-]+\.md$/.test(target) ? words : `${words} (${target})`,
    )
    .split('\n')
    .flatMap((line) => {
      const isItem = line.startsWith('- ');
      if (columns === undefined || columns < NARROWEST) return [line];
      return wrap(line, columns - (isItem ? 2 : 0)).map((part, index) => (isItem && index > 0 ? `  ${part}` : part));
    });
}

/** The rules with their severity and a line each, in the order of their names. */
export function renderRules(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const severities = Math.max(...rules.map(({ severity }) => severity.length));
  return rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, severity }) => `${id.padEnd(width)}  ${severity.padEnd(severities)}  ${title}\n`)
    .join('');
}
