import { applyEdits, modify, parseTree, type Node as JsonNode } from 'jsonc-parser';
import { Lines } from '../ast/lines.js';
import { isAuthjsPackage } from '../authjs/modules.js';
import { MENTIONS } from '../authjs/unhandled.js';
import type { ClerkVersion } from '../clerk/versions.js';
import type { ReportedSite } from '../ledger.js';
import { helpFor } from '../source/rules.js';

const SECTIONS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

export interface ManifestChange {
  readonly text: string;
  readonly sites: ReportedSite[];
}

interface Settings {
  /** Whether a package of Auth.js is still imported below this manifest. */
  isUsed(name: string): boolean;
  /** Clerk's package, where code that this manifest answers for imports it now. */
  readonly clerk: ClerkVersion | undefined;
  /** Why nothing may change here; the sites are named all the same. */
  readonly frozen: { rule: string; message: string } | undefined;
}

/** Takes Auth.js's packages out of a package.json and puts Clerk's in; the rest of the file stays as it is. */
export function editManifest(text: string, { isUsed, clerk, frozen }: Settings): ManifestChange {
  const root = parseTree(text);
  const found = SECTIONS.flatMap((section) => dependenciesIn(root, section));
  const lines = new Lines(text);
  let edited = text;
  const sites: ReportedSite[] = [];
  for (const { section, name, node } of found.filter(({ name }) => isAuthjsPackage(name))) {
    const goes = !frozen && !isUsed(name);
    if (goes) edited = change(edited, [section, name], undefined);
    const [from, to] = [lines.at(node.offset), lines.at(node.offset + node.length)];
    const { rule, message } =
      frozen ?? (goes ? { rule: 'dependency', message: 'no code imports it any more' } : MENTIONS.dependency);
    sites.push({
      rule,
      outcome: goes ? 'removed' : 'manual',
      symbol: name,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      message,
      help: helpFor(rule),
    });
  }
  if (clerk && !frozen && !found.some(({ name }) => name === clerk.name))
    edited = change(edited, ['dependencies', clerk.name], clerk.range);
  const after = new Lines(edited);
  for (const site of sites.filter(({ outcome }) => outcome === 'manual')) {
    const node = dependenciesIn(parseTree(edited), undefined).find(({ name }) => name === site.symbol)?.node;
    if (node) site.outputLine = site.outputEndLine = after.at(node.offset).line;
  }
  return { text: edited, sites };
}

function dependenciesIn(
  root: JsonNode | undefined,
  section: string | undefined,
): { section: string; name: string; node: JsonNode }[] {
  const sections = section === undefined ? SECTIONS : [section];
  return sections.flatMap((each) => {
    const value = root?.children?.find((property) => property.children?.[0]?.value === each)?.children?.[1];
    return (value?.children ?? []).map((node) => ({ section: each, name: String(node.children?.[0]?.value), node }));
  });
}

/** One property set or taken out, in the file's own indentation; a new one where the alphabet has it if the others are sorted. */
function change(text: string, path: [string, string], value: string | undefined): string {
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const getInsertionIndex = (names: string[]) => {
    const index = names.findIndex((name) => name > path[1]);
    return index < 0 ? names.length : index;
  };
  return applyEdits(text, modify(text, path, value, { formattingOptions, getInsertionIndex }));
}
