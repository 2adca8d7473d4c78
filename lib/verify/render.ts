import type { Colors } from 'picocolors/types.js';
import type { Difference, DifferenceKind } from './compare.js';
import type { Asked } from './paths.js';

export interface Found extends Difference, Asked {
  readonly person: string;
}

export interface Verification {
  readonly before: string;
  readonly after: string;
  /** How many answers were compared. */
  readonly compared: number;
  readonly differences: readonly Found[];
  /** Routes with a parameter, which nobody gave a value for. */
  readonly open: readonly string[];
}

/** Each kind under its own heading, the gravest first. */
const TITLES: Readonly<Record<DifferenceKind, string>> = {
  opened: 'Let in now, and not before',
  closed: 'Turned away now, and not before',
  denial: 'Turned away in another way',
  'way-back': 'Comes back elsewhere from signing in',
  target: 'Sent elsewhere',
  text: 'Says something else',
};

const KINDS = Object.keys(TITLES) as DifferenceKind[];

const groups = ({ differences }: Verification) =>
  KINDS.map((kind) => ({ title: TITLES[kind], found: differences.filter((each) => each.kind === kind) })).filter(
    ({ found }) => found.length > 0,
  );

const summary = ({ compared, differences }: Verification): string =>
  `${compared} answers compared, ${differences.length === 0 ? 'no difference' : differences.length === 1 ? '1 difference' : `${differences.length} differences`}`;

const request = ({ person, method, path }: Found): string => `${method} ${path}, ${person}`;

/** What is not asked is said, so that nobody takes it for compared. */
const notAsked = ({ open }: Verification): string[] =>
  open.length === 0 ? [] : [`Not asked, for want of a parameter (--path /notes/1): ${open.join(' ')}`];

export function renderPretty(verification: Verification, colors: Colors): string {
  return [
    ...groups(verification).flatMap(({ title, found }) => [
      colors.bold(title),
      ...found.map((each) => `  ${request(each)}\n    before: ${each.before}\n    after:  ${each.after}`),
      '',
    ]),
    ...notAsked(verification),
    summary(verification),
    '',
  ].join('\n');
}

export function renderMarkdown(verification: Verification): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('`', "'");
  return [
    '### The app before and after',
    '',
    ...groups(verification).flatMap(({ title, found }) => [
      `**${title}**`,
      '',
      '| Request | Before | After |',
      '| --- | --- | --- |',
      ...found.map((each) => `| \`${cell(request(each))}\` | ${cell(each.before)} | ${cell(each.after)} |`),
      '',
    ]),
    ...notAsked(verification).flatMap((line) => [line, '']),
    `${summary(verification)}.`,
    '',
  ].join('\n');
}

export const renderJson = (verification: Verification): string =>
  `${JSON.stringify({ schemaVersion: 1, ...verification }, undefined, 2)}\n`;
