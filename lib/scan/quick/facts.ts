import { Doubt, IDENTIFIER, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import { isReferenceAt } from '../../ast/tokens/reference.js';
import type { Tokenizer } from '../../ast/tokens/tokenizer.js';
import type { Tokens } from '../../ast/tokens/tokens.js';
import { isAuthjsModule, isNextAuth, OWN, type Origin } from '../../authjs/modules.js';
import type { MentionSite, ModuleForm } from '../sites.js';
import { type Imported } from './clauses.js';
import { givenIn, isDeclaredAtTop } from './given.js';
import { mentionsIn, routeIn } from './mentions.js';
import { handedOnIn, isItem, makesSetUp } from './set-up.js';
import { importedBy, modulesAt, modulesIn, moduleStringAt, type ModuleString } from './module-strings.js';

/** What a file says, as its tokens tell. Offsets are of bytes. */
export interface QuickFacts {
  /** Of the modules that were asked about, with the names that were. */
  readonly modules: readonly QuickModule[];
  readonly uses: readonly QuickUse[];
  readonly mentions: readonly MentionSite[];
  /** Exports of other modules that the file gives to Auth.js as its options. */
  readonly given: readonly { source: string; name: string }[];
  /** What of Auth.js's the file makes for others, by the names of its exports. */
  readonly passes: ReadonlyMap<string, Origin>;
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
  /** Where it mentions Auth.js. */
  readonly hits: readonly number[];
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

interface FoundUse extends QuickUse {
  readonly token: number;
}

const [EQUALS, OPEN, DOT] = [61, 40, 46];

/**
 * Reads a file without parsing it.
 * @throws {Doubt} where only a parser can tell, or where the file may hand Auth.js on to others
 */
export function quickFacts(file: QuickText, tokenizer: Tokenizer, asked: Asked): QuickFacts {
  const { path, bytes, length, text, hits } = file;
  const { tokens } = tokenizer;
  tokenizer.open(bytes, length, !/\.[cm]?ts$/.test(path));
  tokenizer.readTo(asked.isWhole ? length : (hits.at(-1) ?? 0));
  // A route's own tests load it by a path that says nothing.
  const all = asked.isWhole || path.includes('nextauth') ? modulesIn(tokens) : modulesAt(tokens, hits);
  const modules = all.filter(({ source }) => asked.isAsked(source));
  const names = namesOf(tokens, modules, asked);
  const places = [...names.values()].map((name) => ({ name, offsets: placesOf(name.local, text) }));
  tokenizer.readTo(Math.max(0, ...places.flatMap(({ offsets }) => offsets.at(-1) ?? 0)));
  const mayHandOn = text.includes('export');
  refuse(tokens, modules, names, mayHandOn && text);
  const uses = places.flatMap(({ name, offsets }) => usesIn(tokens, modules, name, offsets, mayHandOn));
  const isSetUp =
    mayHandOn &&
    ([...names.values()].some(({ origin }) => makesSetUp(origin) && origin.module !== OWN.options) ||
      uses.some(({ origin, token }) => origin.module === OWN.options && !isItem(tokens, token)));
  if (isSetUp) tokenizer.readTo(length);
  const { given, own } = givenIn(tokens, uses);
  if (mayHandOn && !isSetUp && own.some((name) => isDeclaredAtTop(tokens, name)))
    throw new Doubt('it may hand the options on');
  return {
    modules: modules.map((module) => ({
      form: module.form,
      source: module.source,
      start: module.start,
      end: module.end,
      names: importedBy(tokens, module).flatMap(({ name }) => (asked.lookup(module.source, name) ? name : [])),
    })),
    uses,
    mentions: [...mentionsAt(tokens, hits), ...all.flatMap((module) => routeIn(tokens, module, path))],
    given,
    passes: isSetUp ? handedOnIn(tokens, names, new Set(own)) : NOTHING,
  };
}

const NOTHING: ReadonlyMap<string, Origin> = new Map();

/** The names of Auth.js that the file imports, by what it calls them. */
function namesOf(tokens: Tokens, modules: readonly ModuleString[], { lookup }: Asked): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const module of modules)
    for (const { local, name } of importedBy(tokens, module)) {
      const origin = lookup(module.source, name);
      if (origin) names.set(local, { local, name, origin, source: module.source });
    }
  return names;
}

/** Where a text has a word. */
function placesOf(word: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const isPart = IDENTIFIER[text.charCodeAt(at - 1)] || IDENTIFIER[text.charCodeAt(at + word.length)];
    if (!isPart) found.push(at);
  }
  return found;
}

/** @throws {Doubt} where the file hands Auth.js on as it is, or loads it otherwise than by imports */
function refuse(
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
    const isWhole = origin.name === '*' && origin.module !== OWN.options;
    if (isWhole && (exporting !== false || !isAuthjsModule(origin.module))) throw new Doubt('all of a module');
    const mayAct = origin.module === OWN.instance || isNextAuth(origin);
    if (exporting !== false && mayAct && exporting.includes('use server')) throw new Doubt('it may be an action');
  }
}

function usesIn(
  tokens: Tokens,
  modules: readonly ModuleString[],
  name: Name,
  offsets: readonly number[],
  mayHandOn: boolean,
): FoundUse[] {
  return offsets.flatMap((offset): FoundUse[] => {
    const token = tokens.at(offset);
    const kind = tokens.kinds[token];
    if (token < 0 || (kind !== KIND.name && kind !== KIND.tag && kind !== KIND.closingTag)) return [];
    if (!tokens.spells(token, name.local)) return [];
    const isDeclared = modules.some(({ form, first, string }) => form === 'import' && first < token && token < string);
    if (isDeclared || !isReferenceAt(tokens, token)) return [];
    const origin = memberOf(tokens, token, name.origin);
    if (origin.module === OWN.factory || (isNextAuth(origin) && !mayHandOn)) throw new Doubt('it makes an instance');
    if (mayHandOn && !makesSetUp(origin)) refuseHandedOn(tokens, token);
    return [{ origin, local: name.local, start: offset, end: tokens.ends[token]!, token }];
  });
}

/** What is taken of a whole module where it is named. */
function memberOf(tokens: Tokens, token: number, origin: Origin): Origin {
  if (origin.name !== '*' || origin.module === OWN.options) return origin;
  if (tokens.is(token + 1, OPERATOR.optional)) throw new Doubt('a member');
  const isMember = tokens.is(token + 1, DOT) && tokens.kinds[token + 2] === KIND.name;
  if (!isMember && tokens.kinds[token] !== KIND.name) throw new Doubt('a member');
  return isMember ? { module: origin.module, name: tokens.text(token + 2) } : origin;
}

/** @throws {Doubt} where a name may be set to that of Auth.js: others may import it by that */
function refuseHandedOn(tokens: Tokens, index: number): void {
  const before = index - 1;
  const isAlias = tokens.is(before, EQUALS) && !tokens.isName(before - 2, 'type') && !tokens.is(index + 1, OPEN);
  const isWrapped = tokens.is(before, OPEN) && (tokens.isName(before - 1, 'cache') || tokens.is(before - 1, EQUALS));
  if (isAlias || isWrapped || tokens.isName(before, 'default')) throw new Doubt('it may hand that on');
}

/** What of the words of Auth.js is an address, a cookie or a variable. */
function mentionsAt(tokens: Tokens, hits: readonly number[]): MentionSite[] {
  const places = new Set(hits.map((offset) => tokens.around(offset)));
  return [...places].flatMap((token) =>
    token < 0 || moduleStringAt(tokens, token) !== undefined ? [] : mentionsIn(tokens, token),
  );
}
