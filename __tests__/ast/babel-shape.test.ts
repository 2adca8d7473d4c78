import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { inBabelsShape } from '../../lib/ast/babel/shape.js';
import { languageOf } from '../../lib/ast/language.js';
import { programOf } from '../../lib/ast/parse.js';
import { isNode, type Node } from '../../lib/ast/tree.js';

const FIXTURES = join(import.meta.dirname, '../../__testfixtures__');
const inputs = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.input\.[cm]?[jt]sx?$/.test(path),
);

function adapted(path: string, text: string): Node | undefined {
  const lang = languageOf(path) === 'js' ? 'jsx' : (languageOf(path) as 'ts' | 'tsx');
  const { program, comments, errors } = parseSync(path, text, { lang, sourceType: 'module', astType: 'ts' });
  return errors.length > 0 ? undefined : inBabelsShape(program as unknown as Node, text, comments);
}

/** Told by one parser alone, and read by nobody. */
const UNTOLD = new Set(['loc', 'raw', 'hashbang', 'interpreter', 'sourceType', 'comments', 'withMarks', 'errors']);
const COMMENTS = ['leadingComments', 'trailingComments', 'innerComments'];

/** What a tree says: nodes with places, names and values; an empty list, `false` and what is not there are one. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(said) : undefined;
  if (typeof value !== 'object' || value === null) return value === false || value === null ? undefined : value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (UNTOLD.has(key)) return [];
    if (COMMENTS.includes(key)) return [[key, (inner as Node[]).map(({ start, end }) => `${start}-${end}`)]];
    if (key === 'extra') {
      const { parenthesized, parenStart } = (inner ?? {}) as Record<string, unknown>;
      return parenthesized ? [[key, parenStart]] : [];
    }
    if (isDefault(value as Node, key, inner)) return [];
    const told = said(inner);
    return told === undefined ? [] : [[key, told]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a as string).localeCompare(b as string)));
}

const isDefault = (node: Node, key: string, inner: unknown): boolean =>
  isNode(node) &&
  ((key === 'kind' && inner === 'init') ||
    (/^(?:import|export)Kind$/.test(key) && inner === 'value') ||
    (key === 'expression' && inner === true));

describe('oxc’s tree in the form of Babel’s', () => {
  it('says what Babel’s does, of all inputs of the fixtures', () => {
    let compared = 0;
    for (const path of inputs) {
      const text = readFileSync(join(FIXTURES, path), 'utf8');
      const tree = adapted(path, text);
      if (!tree) continue;
      expect([path, said(tree)]).toEqual([path, said(programOf(path, text))]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(0.9 * inputs.length);
  });

  it.each([
    ['a.ts', `'use client';\nfunction f() { 'use server'; return g?.h!.i?.(j)[k]; }`],
    ['a.ts', `const a = (b.c)?.d; (e?.f).g; new (h?.i)(); delete a?.b;`],
    ['a.ts', `const a = { b, [c]: d, e() {}, get f() { return 1n; }, async *g(h = /i/u) {}, ...j };`],
    [
      'a.ts',
      `abstract class A<B> extends C<D> implements E.F<G> { #h = 1; static i?: J; abstract k(): void; #l() {} }`,
    ],
    [
      'a.ts',
      `abstract class A { constructor(private a: B); get c() { return this.#d; } accessor e = 1; abstract f: G }`,
    ],
    [
      'a.ts',
      `type A<B extends C = D> = { readonly [E in keyof B as F]?: G }; interface H extends I.J<K> { l(m: N): O; (): P }`,
    ],
    [
      'a.ts',
      `enum A { B = 1 } declare module 'c' { export enum D {} } type E = typeof import('f').g<H>; type I = \`\${J}-k\`;`,
    ],
    ['a.ts', `let a: new (b: C) => D, e: typeof f.g<H>, i: (this: J) => asserts k is L; function m(): m is N;`],
    ['a.ts', `export * as a from 'b'; export * from 'c'; import d = require('e'); const f = await import('g', h);`],
    ['a.tsx', `const a = <B d="e" f={g}>{/* h */}\r\n<i.j<C> {...k} />{l}</B>;`],
    ['a.tsx', `<p title="a &quot;b&quot; &#39;c&#39; &d">{'&amp;'}&amp;&apos;&lt;&gt;&nbsp;& &rarr; &#8594; &f g;</p>`],
    ['a.tsx', `<p>&bull;&copy;&ldquo;&lsquo;&mdash;&middot;&ndash;&rdquo;&rsquo;</p>`],
    ['a.ts', `f(\n  a, // b\n  c, // d\n);\nconst e = {\n  f, // g\n  // h\n};\n// i\n\n/* j */ k(/* l */);`],
  ])('says what Babel’s does, %s: %s', (path, text) => {
    expect(said(adapted(path, text))).toEqual(said(programOf(path, text)));
  });

  it.each([
    ['a.tsx', `<p>a &hearts; b</p>`],
    ['a.tsx', `<p title="a &hearts; b" />`],
    ['a.ts', `@a export class B {}`],
    ['a.ts', `(a as B) = c;`],
  ])('leaves to Babel what oxc does not tell, %s: %s', (path, text) => {
    expect(adapted(path, text)).toBeUndefined();
  });
});
