import type { Report } from '../../ledger.js';
import { ruleOf } from '../../source/rules.js';
import { TOOL } from '../../tool.js';
import { escaped, fenced, visible } from '../markdown-text.js';
import { failures } from '../open-sites.js';
import { count } from '../text.js';
import { counted, groupsOf, type Group } from './groups.js';
import { DATA_NOTE, flat, name, promptFor, type HandoffOptions } from './prompt.js';
import { STATUS_FILE, statusOf } from './status.js';

export type { HandoffOptions };

export const RUNBOOK = 'RUNBOOK.md';

/** The files of a hand-off, by their names: the runbook, a prompt for each rule, and the status. */
export function handoffFiles(report: Report, options: HandoffOptions): Map<string, string> {
  const groups = groupsOf(report);
  const files = new Map([[RUNBOOK, runbook(report, groups.open, groups.waiting, options)]]);
  for (const group of groups.open) files.set(group.prompt, promptFor(group, report, options));
  const status = statusOf(
    groups.open.map((group) => ({
      rule: group.rule,
      prompt: group.prompt,
      status: 'todo',
      summary: '',
      sites: counted(group),
    })),
  );
  return files.set(STATUS_FILE, `${JSON.stringify(status, undefined, 2)}\n`);
}

function runbook(
  report: Report,
  open: readonly Group[],
  waiting: readonly Group[],
  { folder, root, typeChecks }: HandoffOptions,
): string {
  const { summary, tool } = report;
  const failed = failures(report).map(({ path, reason }) => `- ${name(path)}: ${escaped(visible(reason))}`);
  const parts = [
    '# From Auth.js to Clerk: what is left',
    `${tool.name} ${tool.version} moved ${summary.sitesFound - summary.sitesManual} of ${count(summary.sitesFound, 'reference')} to Auth.js. This folder is for whoever does the rest, a person or a coding agent. ${DATA_NOTE}`,
    '## How to go on',
    open.length === 0
      ? 'No site asks for a decision. What follows under “Then” is for a person.'
      : `1. Work on a branch, with what the run wrote committed.
2. Take the prompts below one by one, in this order. Each holds its sites with their code, the calls to make, what may be touched, and how to verify it.
3. After each, set its \`status\` in ${STATUS_FILE} to \`done\` or \`blocked\`, with a \`summary\`, and commit.
4. When all are done, run the command again: \`npx ${TOOL.name} ${root}\`. It takes what only waited for them. Begin anew with the hand-off that \`--handoff\` then writes, until nothing is left.`,
    ...(open.length > 0 ? ['## Prompts', table(open)] : []),
    ...(waiting.length > 0
      ? ['## What waits', 'Nothing has to be done here: a later run takes it.', waiting.map(waits).join('\n')]
      : []),
    ...(failed.length > 0 ? ['## Files that could not be processed', failed.join('\n')] : []),
    ...(report.followUps.length > 0
      ? [
          '## Then',
          'These are for a person: they concern Clerk’s dashboard, the data, or a decision of the team.',
          report.followUps
            .map(({ title, detail }) => `- [ ] **${escaped(visible(flat(title)))}.** ${escaped(visible(flat(detail)))}`)
            .join('\n'),
        ]
      : []),
    '## How the whole is verified',
    fenced([`npx ${TOOL.name} check ${root} --handoff ${folder}`, ...typeChecks], 'sh'),
    `The first exits 0 once nothing of Auth.js is left; until then it names what is, and any rule whose status says \`done\` and is not. What a rule asks for: \`npx ${TOOL.name} explain <rule>\`; what was seen at a line: \`npx ${TOOL.name} explain <file>:<line>\`.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const table = (groups: readonly Group[]): string =>
  [
    '| | Prompt | Sites | Files |',
    '| --- | --- | --- | --- |',
    ...groups.map(({ rule, prompt, sites }) => {
      const files = new Set(sites.map(({ file }) => file.path)).size;
      return `| ${ruleOf(rule)?.title ?? rule} | [${prompt}](${prompt}) | ${sites.length} | ${files} |`;
    }),
  ].join('\n');

const waits = ({ rule, sites }: Group): string =>
  `- \`${rule}\`, ${count(sites.length, 'site')}: ${[...new Set(sites.map(({ file }) => file.path))].map(name).join(', ')}`;
