import { LINKS } from './links.js';
import { exampleHeadings, type Rule, type Severity } from './rule.js';

const KINDS: Readonly<Record<Rule['kind'], string>> = {
  site: 'a place in the code',
  'follow-up': 'something to do after the run',
  both: 'a place in the code, or something to do after the run',
};

/** What a severity says, in words that go behind it. */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'what is left decides who gets in, or keeps the app from running',
  warning: 'what is left does something else than before until it is done',
  note: 'what is left needs no decision',
};

/** A rule's page, as Markdown. */
export function pageOf(rule: Rule): string {
  const parts = [
    `# ${rule.title}`,
    `Rule \`${rule.id}\`: ${KINDS[rule.kind]}. Severity \`${rule.severity}\`: ${SEVERITIES[rule.severity]}.`,
    rule.meaning,
  ];
  const section = (heading: string, text: string | undefined) => {
    if (text !== undefined) parts.push(`## ${heading}`, text);
  };
  section('What is rewritten', rule.rewritten);
  section('Why it is left to you', rule.left);
  section('What to do', rule.todo);
  const headings = exampleHeadings(rule);
  if (rule.before !== undefined) parts.push(`## ${headings.before}`, fenced(rule.before));
  if (rule.after !== undefined) parts.push(`## ${headings.after}`, fenced(rule.after));
  parts.push('## See also', rule.links.map((key) => `- [${LINKS[key][0]}](${LINKS[key][1]})`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

const fenced = (code: string): string => `\`\`\`tsx\n${code}\n\`\`\``;

/** The page that lists all rules. */
export function indexOf(rules: readonly Rule[]): string {
  const rows = rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, severity, kind }) => `| [${id}](${id}.md) | ${title} | ${severity} | ${KINDS[kind]} |`);
  return [
    '# Rules',
    'Every site in a report, and everything to do afterwards, names one of these rules. The pages are made from `lib/source/rules/` by `npm run rules`.',
    list(SEVERITIES),
    ['| Rule | | Severity | Stands for |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n');
}

const list = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([name, meaning]) => `- \`${name}\`: ${meaning}.`)
    .join('\n');
