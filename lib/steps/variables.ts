import { basename } from 'node:path';
import { Edits } from '../ast/edits.js';
import { Lines } from '../ast/lines.js';
import { contains } from '../ast/tree.js';
import { mentionsOf, variablesIn } from '../authjs/leftovers.js';
import { MENTIONS } from '../authjs/unhandled.js';
import type { ClerkVariable } from '../clerk/variables.js';
import type { ReportedSite } from '../ledger.js';
import { helpFor } from '../source/rules.js';
import type { Declaration } from './env/declaration.js';
import { commentedOut, emptiedParagraphs } from './env/dotenv.js';
import { isDotenv, readerFor } from './env/files.js';
import { editLists, listedIn } from './env/json.js';

/** What keeps a variable where it is. */
export interface Reason {
  readonly rule: string;
  readonly message: string;
}

export interface VariableSettings {
  /** Why the variable stays; undefined where nothing reads it any more. */
  whyKept(name: string): Reason | undefined;
  /** Variables with names of the app's own that only Auth.js's set-up read. */
  readonly others: readonly string[];
  /** What of Clerk's belongs where Auth.js's secret stands. */
  readonly clerk: readonly ClerkVariable[];
  /** Whether a line with a value becomes a comment, since no copy of it exists elsewhere. */
  readonly keepsValues: boolean;
}

export interface VariableChange {
  readonly text: string;
  readonly sites: ReportedSite[];
}

/** A mention of a variable in the text as read, and what became of it. */
interface Mention {
  readonly name: string;
  readonly offset: number;
}

const GONE = { rule: 'env-variable', message: 'only Auth.js read it' };
const COMMENTED = {
  rule: 'env-variable',
  message: 'only Auth.js read it; its line stays as a comment, since no other copy of the value is known',
};
const REPLACED = { rule: 'env-variable', message: 'Clerk’s keys stand in its place' };

const isSecret = (name: string): boolean => /^(?:NEXT_PUBLIC_)?NEXTAUTH_SECRET$|^AUTH_SECRET$/.test(name);

/** Mentions of Auth.js's variables in env and deployment files, comments left out. Values are never looked at. */
export function variableSites(path: string, text: string, frozen: Reason = MENTIONS.variable): ReportedSite[] {
  if (basename(path) === 'package.json') return [];
  const lines = new Lines(text);
  return mentions(text, []).map((mention) => siteOf(mention, lines, lines.at(mention.offset).line, 'manual', frozen));
}

/**
 * Takes the variables that nothing reads any more out of an env or deployment file, and puts Clerk's two keys where
 * Auth.js's secret stood. The rest of the text stays byte by byte; no value reaches the sites.
 */
export function editVariables(path: string, text: string, settings: VariableSettings): VariableChange {
  if (basename(path).endsWith('.json')) return editJson(text, settings);
  const { keepsValues, clerk, whyKept, others } = settings;
  // Most files of settings name none, and nothing has to be read then.
  if (allMentions(text, others).length === 0) return { text, sites: [] };
  const known = new Set(others);
  const found = mentions(text, others);
  const isAuthjs = (name: string) => known.has(name) || [...variablesIn(name)].length > 0;
  const all = readerFor(path)?.(text) ?? [];
  const ours = all.filter(({ name }) => isAuthjs(name));
  const gone = ours.filter(({ name }) => whyKept(name) === undefined);
  const anchors = anchorsIn(path, ours, all, clerk);
  const edits = new Edits(text);
  const emptied = gone.filter(
    ({ whole, list }) =>
      whole && all.every((each) => each.list !== list || (gone.includes(each) && !anchors.has(each))),
  );
  for (const list of new Set(emptied.map((each) => each.list)))
    edits.remove(emptied.find((each) => each.list === list)!.whole!);
  const isCopied = ({ holdsValue }: Declaration) => keepsValues && holdsValue;
  const wholes = emptiedParagraphs(
    text,
    all,
    gone.filter((each) => !anchors.has(each) && !isCopied(each)),
  );
  for (const whole of wholes) edits.remove(whole);
  for (const declaration of new Set([...gone, ...anchors.keys()])) {
    if (emptied.includes(declaration) || wholes.some((whole) => contains(whole, declaration))) continue;
    const added = anchors.get(declaration);
    const isGone = gone.includes(declaration);
    const kept = isGone && isCopied(declaration) ? commentedOut(text.slice(declaration.start, declaration.end)) : '';
    const lacksBreak =
      !text.slice(declaration.start, declaration.end).endsWith('\n') && (kept !== '' || !isGone) && added;
    const pieces = `${kept}${lacksBreak ? '\n' : ''}${added ? declaration.write(added) : ''}`;
    if (isGone) edits.replace(declaration, pieces);
    else edits.insert(declaration.end, pieces);
  }
  const edited = edits.apply();
  const [lines, after] = [new Lines(text), new Lines(edited.text)];
  const sites = found.map((mention) => {
    const within = gone.find((each) =>
      contains(each, { start: mention.offset, end: mention.offset + mention.name.length }),
    );
    if (within === undefined) {
      const line = after.at(edited.offsetOf(mention.offset) ?? 0).line;
      return siteOf(mention, lines, line, 'manual', whyKept(mention.name) ?? MENTIONS.variable);
    }
    const isKept = isCopied(within);
    if (anchors.has(within)) return siteOf(mention, lines, undefined, 'rewritten', isKept ? COMMENTED : REPLACED);
    return siteOf(mention, lines, undefined, 'removed', isKept ? COMMENTED : GONE);
  });
  return { text: edited.text, sites };
}

/** The variables that a text takes over from elsewhere for something else: `APP_URL=$NEXTAUTH_URL`, a script's tests. */
export function readIn(path: string, text: string, others: readonly string[]): Set<string> {
  const found = mentions(text, others);
  if (found.length === 0) return new Set();
  const all = readerFor(path)?.(text) ?? [];
  const isOwn = ({ name, offset }: Mention) =>
    all.some((each) => each.name === name && contains(each, { start: offset, end: offset }));
  const reads = found.filter(
    (each) => /\$\{?$|\benv\.$/.test(text.slice(Math.max(0, each.offset - 5), each.offset)) && !isOwn(each),
  );
  return new Set(reads.map(({ name }) => name));
}

/** In each list that has Auth.js's secret, the declaration that Clerk's variables follow, and those of them that the list lacks. */
function anchorsIn(
  path: string,
  ours: readonly Declaration[],
  all: readonly Declaration[],
  clerk: readonly ClerkVariable[],
): Map<Declaration, readonly ClerkVariable[]> {
  const anchors = new Map<Declaration, readonly ClerkVariable[]>();
  for (const list of new Set(ours.map((each) => each.list))) {
    const members = ours.filter((each) => each.list === list);
    const anchor = members.find(({ name }) => isSecret(name)) ?? (isDotenv(path) ? members[0] : undefined);
    const missing = clerk.filter(({ name }) => !all.some((each) => each.list === list && each.name === name));
    if (anchor && missing.length > 0) anchors.set(anchor, missing);
  }
  return anchors;
}

function editJson(text: string, { whyKept, clerk, others }: VariableSettings): VariableChange {
  const found = mentions(text, others);
  const names = new Set(found.map(({ name }) => name));
  const goes = (name: string) => names.has(name) && whyKept(name) === undefined;
  const edited = editLists(text, goes, isSecret, clerk);
  const listed = listedIn(text).flat();
  const [lines, after] = [new Lines(text), new Lines(edited)];
  const stays = mentions(edited, others);
  const sites = found.map((mention) => {
    const isListed = listed.some((item) => contains(item, { start: mention.offset, end: mention.offset }));
    if (isListed && goes(mention.name)) return siteOf(mention, lines, undefined, 'removed', GONE);
    const still = stays.shift();
    const line = after.at(still?.offset ?? 0).line;
    return siteOf(mention, lines, line, 'manual', whyKept(mention.name) ?? MENTIONS.variable);
  });
  return { text: edited, sites };
}

const allMentions = (text: string, others: readonly string[]): Mention[] => [
  ...variablesIn(text),
  ...mentionsOf(text, others),
];

/** Mentions outside of comments, in the order of the text. */
function mentions(text: string, others: readonly string[]): Mention[] {
  const all = allMentions(text, others).toSorted((a, b) => a.offset - b.offset);
  return all.filter(({ offset }) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    return !/^\s*(?:#|\/\/)/.test(text.slice(start, offset));
  });
}

function siteOf(
  { name, offset }: Mention,
  lines: Lines,
  outputLine: number | undefined,
  outcome: ReportedSite['outcome'],
  { rule, message }: Reason,
): ReportedSite {
  const { line, column } = lines.at(offset);
  return {
    rule,
    outcome,
    symbol: name,
    line,
    column,
    endLine: line,
    endColumn: column + name.length,
    ...(outputLine !== undefined && { outputLine, outputEndLine: outputLine }),
    message,
    help: helpFor(rule),
  };
}
