import { enclosing } from '../../ast/tokens/around.js';
import { Doubt, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';
import { INSTANCE_MEMBERS, isNextAuth, isOptionsType, OWN, type Origin } from '../../authjs/modules.js';
import { topLevelOf, type Declared, type TopLevel } from './top-level.js';

const [OPEN, CLOSE, COMMA, DOT, SEMICOLON, LESS, EQUALS, GREATER, OPEN_BRACE, CLOSE_BRACE] = [
  40, 41, 44, 46, 59, 60, 61, 62, 123, 125,
];

const OPTIONS: Origin = { module: OWN.options, name: '*' };
const INSTANCE: Origin = { module: OWN.instance, name: '*' };

/**
 * What a file with a plain set-up hands on: options that a type, or a call that takes them, says to be some, and what
 * NextAuth() gives. As lib/scan/origins.ts works it out of a tree.
 * @param tokens of the whole file
 * @param names what it imports of Auth.js, by what it calls them
 * @param given the names that it gives to Auth.js as its options
 * @returns the origins by the names of the exports
 * @throws {Doubt} where the set-up is not plain
 */
export function handedOnIn(
  tokens: Tokens,
  names: ReadonlyMap<string, { readonly origin: Origin }>,
  given: ReadonlySet<string>,
): ReadonlyMap<string, Origin> {
  const top = topLevelOf(tokens);
  const origins = new Map(Array.from(names, ([name, { origin }]) => [name, origin]));
  const reader = new SetUp(tokens, origins, given);
  for (const declared of top.declared) reader.declare(declared);
  reader.settle(top);
  return reader.exports(top);
}

class SetUp {
  readonly #made = new Map<string, Origin>();

  constructor(
    private readonly tokens: Tokens,
    private readonly names: ReadonlyMap<string, Origin>,
    private readonly given: ReadonlySet<string>,
  ) {}

  /** Enters what a declaration makes, where its type, its value or a call says so. */
  declare(declared: Declared): void {
    const { name, type, value, end } = declared;
    const { tokens } = this;
    if (name === undefined) {
      if (this.#callsNextAuth || this.#isSaid(value, end, makesSetUp)) throw new Doubt('a pattern beside the set-up');
      return;
    }
    if (this.#callsNextAuth && INSTANCE_MEMBERS.has(name)) throw new Doubt('a name of an instance');
    if (type && this.#isOptions(type.start, type.end)) this.#made.set(name, OPTIONS);
    else if (!declared.isFunction && this.#isSaid(value, end, makesSetUp))
      this.#made.set(name, this.#valueOf(value, end));
    else if (this.given.has(name)) this.#made.set(name, OPTIONS);
    if (!this.given.has(name) || !tokens.is(value, OPEN_BRACE)) return;
    for (let at = value + 1; at < tokens.mates[value]!; at++) {
      if (tokens.is(at, OPERATOR.dots)) throw new Doubt('options that take others over');
      if (tokens.mates[at]! > at) at = tokens.mates[at]!;
    }
  }

  /** @throws {Doubt} where a function may make some of the set-up, or an instance is used where it was made */
  settle({ declared, clauses }: TopLevel): void {
    for (const { name, isFunction, value, end } of declared)
      if (isFunction && name !== undefined && !this.#made.has(name)) this.#refuseMaker(value, end);
    for (const [name, origin] of this.#made) {
      if (origin !== INSTANCE) continue;
      const isElsewhere = ({ start, close }: { start: number; close: number }, at: number) => at < start || at > close;
      for (let at = 0; at < this.tokens.count; at++)
        if (this.tokens.isName(at, name) && clauses.every((clause) => isElsewhere(clause, at)))
          if (!declared.some(({ token }) => token === at) && !this.tokens.isName(at - 1, 'default'))
            throw new Doubt('an instance that is used here');
    }
  }

  exports({ exported, defaults }: TopLevel): ReadonlyMap<string, Origin> {
    const passes = new Map<string, Origin>();
    for (const { local, name } of exported) {
      if (this.names.has(local)) throw new Doubt('what it hands on is of Auth.js');
      const origin = this.#made.get(local);
      if (origin) passes.set(name, origin);
    }
    for (const { start, end, isFunction, type } of defaults) {
      const local = this.#made.get(this.tokens.text(start));
      if (isFunction) {
        if (type && this.#isOptions(type.start, type.end)) passes.set('default', OPTIONS);
      } else if (local && this.#isEnd(start + 1, end)) passes.set('default', local);
      else if (local || this.#isSaid(start, end, makesSetUp)) passes.set('default', this.#valueOf(start, end));
      else if (this.#isSaid(start, end, () => true)) throw new Doubt('what it hands on may be of Auth.js');
    }
    return passes;
  }

  get #callsNextAuth(): boolean {
    return [...this.names.values()].some(isNextAuth);
  }

  /** Whether a name of Auth.js's, or one made of those, stands between two tokens. */
  #isSaid(start: number, end: number, is: (origin: Origin) => boolean): boolean {
    for (let at = start; at < end; at++) {
      if (this.tokens.kinds[at] !== KIND.name) continue;
      const text = this.tokens.text(at);
      const origin = this.names.get(text) ?? this.#made.get(text);
      if (origin && is(origin) && !(origin.module === OWN.options && isItem(this.tokens, at))) return true;
    }
    return false;
  }

  /** Whether a type is that of the options, or a promise of it. */
  #isOptions(start: number, end: number): boolean {
    const { tokens } = this;
    const isPromise = tokens.isName(start, 'Promise') && tokens.is(start + 1, LESS) && tokens.is(end - 1, GREATER);
    const [first, last] = isPromise ? [start + 2, end - 1] : [start, end];
    const isOne = last === first + 1 && isOptionsType(this.names.get(tokens.text(first)));
    if (!isOne && this.#isSaid(start, end, isOptionsType)) throw new Doubt('a type with that of the options');
    return isOne;
  }

  /** What `NextAuth(…)` or `{ … } satisfies NextAuthConfig` gives. */
  #valueOf(start: number, end: number): Origin {
    const { tokens } = this;
    const called = tokens.kinds[start] === KIND.name ? this.names.get(tokens.text(start)) : undefined;
    if (called && isNextAuth(called) && tokens.is(start + 1, OPEN) && this.#isEnd(tokens.mates[start + 1]! + 1, end))
      return INSTANCE;
    const behind = tokens.is(start, OPEN_BRACE) ? tokens.mates[start]! + 1 : 0;
    const isTyped = behind > 0 && (tokens.isName(behind, 'satisfies') || tokens.isName(behind, 'as'));
    if (isTyped && this.#isOptions(behind + 1, behind + 2) && this.#isEnd(behind + 2, end)) return OPTIONS;
    throw new Doubt('a set-up that is not plain');
  }

  #isEnd(at: number, end: number): boolean {
    return at >= end || this.tokens.is(at, SEMICOLON);
  }

  /** @throws {Doubt} unless a function names nothing of the set-up, or gives back something that is none of it */
  #refuseMaker(start: number, end: number): void {
    if (!this.#isSaid(start, end, makesSetUp)) return;
    const { tokens } = this;
    for (let at = start; at < end; at++) {
      if (!tokens.isName(at, 'return') || tokens.is(at - 1, DOT)) continue;
      if (this.#isOwn(at, start, end) && this.#isOther(at + 1, start)) return;
    }
    throw new Doubt('a function that may make the set-up');
  }

  /** Whether a `return` stands in no function inside of the one whose tokens are given. */
  #isOwn(at: number, start: number, end: number): boolean {
    const { tokens } = this;
    for (let open = enclosing(tokens, at); open >= start; open = enclosing(tokens, open)) {
      const before = open - 1;
      // The body is what the function ends with.
      if (enclosing(tokens, open) === -1) return tokens.is(open, OPEN_BRACE) && tokens.mates[open]! + 2 >= end;
      const isBlock =
        tokens.is(open, OPEN_BRACE) &&
        (['else', 'try', 'finally', 'do'].some((word) => tokens.isName(before, word)) ||
          (tokens.is(before, CLOSE) && this.#isCondition(tokens.mates[before]! - 1)));
      if (!isBlock) return false;
    }
    return false;
  }

  #isCondition(at: number): boolean {
    return ['if', 'for', 'while', 'switch', 'catch'].some((word) => this.tokens.isName(at, word));
  }

  /**
   * Whether an expression is surely nothing of the set-up: a literal, a call of something else, or a constant that holds one.
   * @param start of the function that it stands in
   */
  #isOther(at: number, start: number): boolean {
    const { tokens } = this;
    if (tokens.isName(at, 'await')) return this.#isOther(at + 1, start);
    if (tokens.kinds[at] === KIND.string || tokens.kinds[at] === KIND.number) return true;
    if (tokens.is(at, SEMICOLON) || tokens.is(at, CLOSE_BRACE)) return true;
    if (tokens.kinds[at] !== KIND.name) return false;
    const text = tokens.text(at);
    const isEnd = (behind: number) => tokens.is(behind, SEMICOLON) || tokens.is(behind, CLOSE_BRACE);
    if (/^(?:null|true|false|undefined)$/.test(text)) return isEnd(at + 1);
    const origin = this.names.get(text) ?? this.#made.get(text);
    if (origin && makesSetUp(origin)) return false;
    if (text === 'cache' || text === 'async') return false;
    if (tokens.is(at + 1, OPEN)) return isEnd(tokens.mates[at + 1]! + 1);
    if (!isEnd(at + 1)) return false;
    for (let each = at - 1; each > start; each--)
      if (tokens.isName(each, text) && tokens.isName(each - 1, 'const') && tokens.is(each + 1, EQUALS))
        return this.#isOther(each + 2, start);
    return false;
  }
}

/** Whether a name stands alone among the arguments of a call, or in a list: nobody gets it from there. */
export const isItem = (tokens: Tokens, at: number): boolean =>
  (tokens.is(at - 1, OPEN) || tokens.is(at - 1, COMMA)) && (tokens.is(at + 1, CLOSE) || tokens.is(at + 1, COMMA));

/** What may make up the set-up, or make it. */
export const makesSetUp = (origin: Origin): boolean =>
  isOptionsType(origin) || isNextAuth(origin) || origin.module === OWN.options || origin.module === OWN.factory;
