import type { Outcome, ReportedSite } from '../ledger.js';
import { ruleOf } from '../source/rules.js';
import { REWRITABLE } from '../source/rules/rewritable.js';
import { TOOL } from '../tool.js';
import type { CodeLine, Excerpt } from './excerpts.js';
import { paragraphs, type PageOptions } from './rule-page.js';
import { clean } from './text.js';

/** One place of a session that was followed, with its text. */
export interface SeenPlace {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly says: string;
  readonly blocks: boolean;
}

/** What the flow engine saw of a session. */
export interface SeenFlow {
  readonly source: SeenPlace;
  readonly uses: readonly SeenPlace[];
}

/** All that there is to say of one site. */
export interface Explanation {
  readonly path: string;
  readonly site: ReportedSite;
  /** The transforms that act by the site's rule. */
  readonly transforms: readonly string[];
  readonly excerpt: Excerpt | undefined;
  readonly flow: SeenFlow | undefined;
}

/** What the command does at a site; a dry run says what it would do. */
const DOES: Readonly<Record<Outcome, string>> = {
  rewritten: 'is rewritten',
  removed: 'is removed',
  bridged: 'is bridged: it goes through the generated module',
  manual: 'is left to you',
};

/** What became of a site, what was seen there, and what would make it rewritable, for a terminal. */
export function renderExplanation(explanation: Explanation, options: PageOptions): string {
  const { path, site, transforms, excerpt, flow } = explanation;
  const { colors } = options;
  const head = [
    `${colors.bold(`${clean(path)}:${site.line}:${site.column}`)}  ${clean(site.symbol)}`,
    `It ${DOES[site.outcome]}, by the rule ${site.rule}${transforms.length > 0 ? ` (transform ${transforms.join(' or ')})` : ''}: ${clean(site.message)}`,
  ];
  const parts = [
    head,
    flow ? [colors.bold('What was seen'), ...flowLines(flow, options)] : [],
    excerpt?.after ? [colors.bold('What is written'), ...diffLines(excerpt, options)] : [],
    advice(site, options),
    [colors.dim(`The rule: ${TOOL.name} explain ${site.rule}`)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function flowLines({ source, uses }: SeenFlow, { colors }: PageOptions): string[] {
  const places = [source, ...uses];
  const where = places.map(({ line, column }) => `${line}:${column}`);
  const [first, second] = [where, places.map(({ text }) => text)].map((texts) =>
    Math.max(...texts.map((text) => text.length)),
  ) as [number, number];
  return places.map(({ text, says, blocks }, index) => {
    const row = `${where[index]!.padStart(first)}  ${text.padEnd(second)}  ${says}`;
    return `  ${blocks ? `${colors.yellow(row)}  ${colors.bold('← stands in the way')}` : row}`;
  });
}

function diffLines({ before, after }: Excerpt, { colors }: PageOptions): string[] {
  const changed = (lines: readonly CodeLine[]) => lines.filter(({ isChanged }) => isChanged);
  const row = (sign: string, { number, text }: CodeLine) => `  ${String(number).padStart(4)} ${sign} ${clean(text)}`;
  const lines = [
    ...changed(before).map((line) => colors.red(row('-', line))),
    ...changed(after ?? []).map((line) => colors.green(row('+', line))),
  ];
  return after?.length === 0 ? [...lines, colors.dim('  the file goes')] : lines;
}

/** What would make a site rewritable, and what a person has to do there, as far as there is anything. */
export const adviceFor = ({ rule, outcome }: ReportedSite): { rewritable?: string; todo?: string } => {
  const rewritable = outcome === 'manual' || outcome === 'bridged' ? REWRITABLE[rule] : undefined;
  const todo = outcome === 'manual' ? ruleOf(rule)?.todo : undefined;
  return { ...(rewritable !== undefined && { rewritable }), ...(todo !== undefined && { todo }) };
};

function advice(site: ReportedSite, options: PageOptions): string[] {
  const { colors } = options;
  const { rewritable, todo } = adviceFor(site);
  return [
    ...(rewritable === undefined
      ? []
      : [colors.bold('What would make it rewritable'), ...paragraphs(rewritable, options)]),
    ...(todo === undefined
      ? []
      : [...(rewritable === undefined ? [] : ['']), colors.bold('What to do by hand'), ...paragraphs(todo, options)]),
  ];
}
