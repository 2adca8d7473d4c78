import { applyEdits, modify, parseTree, type Node as JsonNode } from 'jsonc-parser';
import { Lines } from '../ast/lines.js';
import { isAuthjsPackage } from '../authjs/modules.js';
import { MENTIONS } from '../authjs/unhandled.js';
import type { ClerkVersion } from '../clerk/versions.js';
import type { ReportedSite } from '../ledger.js';
import { helpFor } from '../source/rules.js';
import { raised } from '../clerk/versions.js';
import { withoutItem } from './json-lists.js';
import { overridesIn, packageBelow, packageNamed } from './overrides.js';

const SECTIONS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;
type Section = (typeof SECTIONS)[number];

const BOM = '\uFEFF';

export interface ManifestChange {
  readonly text: string;
  readonly sites: ReportedSite[];
}

export interface ManifestSettings {
  /** Whether a package of Auth.js is still imported below this manifest. */
  isUsed(name: string): boolean;
  /** Packages that only the removed set-up used, and their types. */
  readonly helpers?: ReadonlySet<string>;
  /** Clerk's package, where code that this manifest answers for imports it now. */
  readonly clerk: ClerkVersion | undefined;
  /** Releases that dependencies are raised to: Next below what Clerk admits, React below it by a patch. */
  readonly raises?: ReadonlyMap<string, string>;
  /** Why nothing of Auth.js's may go here; the sites are named all the same. */
  readonly frozen: { rule: string; message: string } | undefined;
}

interface Dependency {
  readonly section: Section;
  readonly name: string;
  readonly node: JsonNode;
}

/** Takes Auth.js's packages out of a package.json and puts Clerk's in; the rest of the file stays as it is. */
export function editManifest(
  source: string,
  { isUsed, helpers, clerk, raises, frozen }: ManifestSettings,
): ManifestChange {
  const bom = source.startsWith(BOM) ? BOM : '';
  const text = source.slice(bom.length);
  const found = dependenciesIn(text);
  const authjs = found.filter(({ name }) => isAuthjsPackage(name));
  const goes = ({ name }: Dependency) => !frozen && !isUsed(name);
  // While a part of the set-up stays, nobody knows what it loads.
  const isGone = authjs.length > 0 && authjs.every(goes);
  const ours = found.filter((each) => authjs.includes(each) || (isGone && helpers?.has(each.name)));
  let edited = text;
  if (clerk && !found.some(({ name }) => name === clerk.name))
    for (const section of sectionsFor(authjs, found)) edited = set(edited, section, clerk.name, clerk.range);
  for (const dependency of ours.filter(goes)) edited = remove(edited, dependency.section, dependency.name);
  for (const [name, release] of frozen ? [] : (raises ?? [])) edited = raise(edited, name, release);
  if (!frozen) edited = withoutOverrides(edited, isUsed);

  const lines = new Lines(text);
  const after = new Lines(edited);
  const stays = dependenciesIn(edited);
  const sites = ours.map((dependency): ReportedSite => {
    const { section, name, node } = dependency;
    const [from, to] = [lines.at(node.offset), lines.at(node.offset + node.length)];
    const { rule, message } =
      frozen ??
      (goes(dependency) ? { rule: 'dependency', message: 'no code imports it any more' } : MENTIONS.dependency);
    const now = stays.find((each) => each.section === section && each.name === name)?.node;
    const line = now && after.at(now.offset).line;
    return {
      rule,
      outcome: goes(dependency) ? 'removed' : 'manual',
      symbol: name,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      ...(line !== undefined && { outputLine: line, outputEndLine: line }),
      message,
      help: helpFor(rule),
    };
  });
  return { text: bom + edited, sites };
}

/** A dependency's range with another release in it; a reference to a catalog stays, and peers say what others need. */
function raise(text: string, name: string, release: string): string {
  const own = dependenciesIn(text).filter((each) => each.name === name && each.section !== 'peerDependencies');
  return own.toReversed().reduce((edited, { node }) => {
    const value = node.children?.[1];
    if (typeof value?.value !== 'string' || !/^(?:[\^~]|>=)?\d/.test(value.value)) return edited;
    const written = JSON.stringify(raised(value.value, release));
    return edited.slice(0, value.offset) + written + edited.slice(value.offset + value.length);
  }, text);
}

/** Overrides and resolutions for a package that nothing names any more are without effect. */
function withoutOverrides(text: string, isUsed: (name: string) => boolean): string {
  const named = new Set(dependenciesIn(text).map(({ name }) => name));
  for (let edited = text; ;) {
    const goes = (name: string) => isAuthjsPackage(name) && !isUsed(name) && !named.has(name);
    const found = overridesIn(edited).find(({ key }) => goes(packageNamed(key)) || goes(packageBelow(key)));
    if (!found) return edited;
    edited = withoutItem(edited, found.siblings, found.siblings.indexOf(found.node));
  }
}

/** Clerk's package goes where Auth.js's stood, since who installs it stays the same; where none stood, where Next's stands. */
function sectionsFor(ours: readonly Dependency[], all: readonly Dependency[]): Section[] {
  const library = ours.filter(({ name }) => name === 'next-auth');
  const models = [library, ours, all.filter(({ name }) => name === 'next')].find((each) => each.length > 0) ?? [];
  const sections = new Set(
    models.map(({ section }) => (section === 'optionalDependencies' ? 'dependencies' : section)),
  );
  return sections.size === 0 ? ['dependencies'] : [...sections];
}

function dependenciesIn(text: string): Dependency[] {
  const root = parseTree(text);
  return SECTIONS.flatMap((section) => {
    const value = root?.children?.find((property) => property.children?.[0]?.value === section)?.children?.[1];
    return (value?.children ?? []).map((node) => ({ section, name: String(node.children?.[0]?.value), node }));
  });
}

/** The property taken out, and its section with it where nothing else is in there. */
function remove(text: string, section: Section, name: string): string {
  const siblings = dependenciesIn(text).filter((each) => each.section === section);
  if (siblings.length === 1) {
    const sections = parseTree(text)?.children ?? [];
    return withoutItem(
      text,
      sections,
      sections.findIndex((property) => property.children?.[0]?.value === section),
    );
  }
  const nodes = siblings.map(({ node }) => node);
  return withoutItem(
    text,
    nodes,
    siblings.findIndex((each) => each.name === name),
  );
}

/** The property put in as its neighbours are written, where the alphabet has it if they are sorted. */
function set(text: string, section: Section, name: string, value: string): string {
  const siblings = dependenciesIn(text).filter((each) => each.section === section);
  const written = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const [first, last] = [siblings[0]?.node, siblings.at(-1)?.node];
  if (!first || !last) return setFirst(text, section, name, value);
  const gap = text.slice(text.lastIndexOf('{', first.offset) + 1, first.offset);
  const next = siblings.find((each) => each.name > name)?.node;
  if (next) return `${text.slice(0, next.offset)}${written},${gap || ' '}${text.slice(next.offset)}`;
  const end = last.offset + last.length;
  return `${text.slice(0, end)},${gap || ' '}${written}${text.slice(end)}`;
}

/** The first property of a section, which is empty or missing. */
function setFirst(text: string, section: Section, name: string, value: string): string {
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, [section, name], value, { formattingOptions }));
}
