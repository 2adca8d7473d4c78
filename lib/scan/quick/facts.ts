import { Doubt, KIND } from '../../ast/tokens/kinds.js';
import { isReferenceAt } from '../../ast/tokens/reference.js';
import type { Tokenizer } from '../../ast/tokens/tokenizer.js';
import type { Tokens } from '../../ast/tokens/tokens.js';
import { MENTIONS_AUTHJS } from '../../authjs/leftovers.js';
import { isNextAuth, isOptionsType, OWN, takesOptions, type Origin } from '../../authjs/modules.js';
import type { MentionSite, ModuleForm } from '../sites.js';
import { type Imported } from './clauses.js';
import { givenAsOptions } from './given.js';
import { mentionsIn, routeIn } from './mentions.js';
import { importedBy, moduleStringAt, type ModuleString } from './module-strings.js';

/** What a file says, as its tokens tell. Offsets are of bytes. */
export interface QuickFacts {
  /** Of the modules that were asked about, with the names that were. */
  readonly modules: readonly QuickModule[];
  readonly uses: readonly QuickUse[];
  readonly mentions: readonly MentionSite[];
  /** Exports of other modules that the file gives to Auth.js as its options. */
  readonly given: readonly { source: string; name: string }[];
}

interface QuickModule {
  readonly form: ModuleForm;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

interface QuickUse {
  readonly origin: Origin;
  readonly local: string;
  readonly start: number;
  readonly end: number;
}

export interface QuickText {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly length: number;
  /** A character for each byte. */
  readonly text: string;
}

export interface Asked {
  /** Whether what a module string leads to is of Auth.js, or hands it on. */
  isAsked(source: string): boolean;
  /** What an import of `name` from `source` gives, where that is of Auth.js. */
  lookup(source: string, name: string): Origin | undefined;
  /** Whether module strings are asked about that show in no word of Auth.js's. */
  readonly isWhole: boolean;
}

interface Name extends Imported {
  readonly source: string;
  readonly origin: Origin;
}

const WORDS = new RegExp(MENTIONS_AUTHJS, 'g');
const [EQUALS, OPEN, CLOSE, COMMA] = [61, 40, 41, 44];

/**
 * Reads a file without parsing it.
 * @throws {Doubt} where only a parser can tell, or where the file may hand Auth.js on to others
 */
export function quickFacts(file: QuickText, tokenizer: Tokenizer, asked: Asked): QuickFacts {
  const { path, bytes, length, text } = file;
  const { tokens } = tokenizer;
  const hits = Array.from(text.matchAll(WORDS), ({ index }) => index);
  tokenizer.open(bytes, length, !/\.[cm]?ts$/.test(path));
  tokenizer.readTo(asked.isWhole ? length : (hits.at(-1) ?? 0));
  const names = namesOf(tokens, modulesIn(tokens), asked);
  tokenizer.readTo(Math.max(0, ...[...names.keys()].map((name) => text.lastIndexOf(name))));
  const all = modulesIn(tokens);
  const modules = all.filter(({ source }) => asked.isAsked(source));
  const mayHandOn = text.includes('export');
  refuseSetUp(tokens, modules, names, mayHandOn && text);
  const found = usesIn(tokens, all, names, mayHandOn);
  return {
    modules: modules.map((module) => ({
      form: module.form,
      source: module.source,
      start: module.start,
      end: module.end,
      names: importedBy(tokens, module).flatMap(({ name }) => (asked.lookup(module.source, name) ? name : [])),
    })),
    uses: found,
    mentions: [...mentionsAt(tokens, hits, all), ...all.flatMap((module) => routeIn(tokens, module, path))],
    given: givenIn(tokens, found, all, mayHandOn ? text : ''),
  };
}

function modulesIn(tokens: Tokens): ModuleString[] {
  const found: ModuleString[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index];
    const module = kind === KIND.string || kind === KIND.template ? moduleStringAt(tokens, index) : undefined;
    if (module) found.push(module);
  }
  return found;
}

/** The names of Auth.js that the file imports, by what it calls them. */
function namesOf(tokens: Tokens, modules: readonly ModuleString[], { isAsked, lookup }: Asked): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const module of modules) {
    if (!isAsked(module.source)) continue;
    for (const { local, name } of importedBy(tokens, module)) {
      const origin = lookup(module.source, name);
      if (origin) names.set(local, { local, name, origin, source: module.source });
    }
  }
  return names;
}

/** @throws {Doubt} where the file may be part of the set-up, or load Auth.js otherwise than by imports */
function refuseSetUp(
  tokens: Tokens,
  modules: readonly ModuleString[],
  names: ReadonlyMap<string, Name>,
  exporting: string | false,
): void {
  for (const { form, first } of modules) {
    if (form.startsWith('export')) throw new Doubt('what it hands on is of Auth.js');
    const isLoaded = form === 'require' || form === 'dynamic-import';
    if (
      isLoaded &&
      (tokens.is(first - 1, EQUALS) || (tokens.isName(first - 1, 'await') && tokens.is(first - 2, EQUALS)))
    )
      throw new Doubt('what it loads has a name');
  }
  for (const { origin } of names.values()) {
    if (origin.name === '*' && origin.module !== OWN.options) throw new Doubt('all of a module');
    if (exporting !== false && isOptionsType(origin)) throw new Doubt('it may be part of the set-up');
    if (exporting !== false && origin.module === OWN.instance && exporting.includes('use server'))
      throw new Doubt('it may be an action');
  }
}

function usesIn(
  tokens: Tokens,
  modules: readonly ModuleString[],
  names: ReadonlyMap<string, Name>,
  mayHandOn: boolean,
): (QuickUse & { token: number; name: Name })[] {
  const found: (QuickUse & { token: number; name: Name })[] = [];
  const clauses = modules.filter(({ form }) => form === 'import' || form.startsWith('export'));
  let clause = 0;
  const wanted = [...names.values()];
  for (let index = 0; index < tokens.count && wanted.length > 0; index++) {
    while (clause < clauses.length && clauses[clause]!.string < index) clause++;
    if (clause < clauses.length && index > clauses[clause]!.first) {
      index = clauses[clause]!.string;
      continue;
    }
    const kind = tokens.kinds[index];
    if (kind !== KIND.name && kind !== KIND.tag && kind !== KIND.closingTag) continue;
    const length = tokens.ends[index]! - tokens.starts[index]!;
    const name = wanted.find(({ local }) => local.length === length && tokens.spells(index, local));
    if (!name || !isReferenceAt(tokens, index)) continue;
    const { origin, local } = name;
    if (isNextAuth(origin) || origin.module === OWN.factory) throw new Doubt('it makes an instance');
    if (mayHandOn) refuseHandedOn(tokens, index, origin);
    found.push({ origin, local, start: tokens.starts[index]!, end: tokens.ends[index]!, token: index, name });
  }
  return found;
}

/** @throws {Doubt} where a name may be set to that of Auth.js: others may import it by that */
function refuseHandedOn(tokens: Tokens, index: number, { module }: Origin): void {
  const before = index - 1;
  const isItem =
    (tokens.is(before, OPEN) || tokens.is(before, COMMA)) &&
    (tokens.is(index + 1, CLOSE) || tokens.is(index + 1, COMMA));
  if (module === OWN.options && !isItem) throw new Doubt('it may hand the options on');
  const isAlias = tokens.is(before, EQUALS) && !tokens.isName(before - 2, 'type') && !tokens.is(index + 1, OPEN);
  const isWrapped = tokens.is(before, OPEN) && (tokens.isName(before - 1, 'cache') || tokens.is(before - 1, EQUALS));
  if (isAlias || isWrapped || tokens.isName(before, 'default')) throw new Doubt('it may hand that on');
}

/** What of the words of Auth.js is an address, a cookie or a variable. */
function mentionsAt(tokens: Tokens, hits: readonly number[], modules: readonly ModuleString[]): MentionSite[] {
  const strings = new Set(modules.map(({ string }) => string));
  const found: MentionSite[] = [];
  let index = 0;
  let last = -1;
  for (const hit of hits) {
    while (index < tokens.count && tokens.ends[index]! <= hit) index++;
    if (index >= tokens.count) break;
    if (tokens.starts[index]! > hit || index === last || strings.has(index)) continue;
    last = index;
    found.push(...mentionsIn(tokens, index));
  }
  return found;
}

function givenIn(
  tokens: Tokens,
  uses: readonly { token: number; name: Name }[],
  modules: readonly ModuleString[],
  exporting: string,
): { source: string; name: string }[] {
  const calls = uses.filter(({ token, name }) => takesOptions(name.origin) && tokens.is(token + 1, OPEN));
  if (calls.length === 0) return [];
  const imports = new Map(
    modules.flatMap((module) =>
      importedBy(tokens, module).map(({ local, name }) => [local, { source: module.source, name }] as const),
    ),
  );
  const names = calls.flatMap(({ token }) => givenAsOptions(tokens, token));
  const isOwn = (name: string) =>
    !imports.has(name) && new RegExp(`(?:const|let|var|function)\\s+${name.replaceAll('$', '\\$')}\\b`).test(exporting);
  if (names.some(isOwn)) throw new Doubt('it may hand the options on');
  return names.flatMap((local) => imports.get(local) ?? []);
}
