import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Bindings } from '../../lib/ast/bindings.js';
import type { Node } from '../../lib/ast/tree.js';
import { babelProgram, bindingsOf, describeBindings, DIALECTS, oxcProgram } from './dialects.js';

/**
 * Each source declares `x` at the top. «x» marks the places that mean it; an `x` without marks means another one, or is a
 * mere name.
 */
const CASES: Readonly<Record<string, string>> = {
  'a read, a call, a write': `let x = 1; «x»; «x»(); «x» = 2; «x»++;`,
  'a use above the declaration': `«x»(); function x() {}`,
  'a parameter': `const x = 1; function f(x: number) { return x; } const g = (x: any) => x; «x»;`,
  'a default value of a parameter': `const x = 1; function f(a = «x») {}`,
  'a rest parameter and a pattern': `const x = 1; ((...x: any[]) => x); (({ a: [x] }: any) => x); «x»;`,
  'a catch clause': `const x = 1; try { «x»; } catch (x) { x; } «x»;`,
  'a catch clause with a pattern': `const x = 1; try {} catch ({ x }) { x; } «x»;`,
  'a for loop': `const x = [1]; for (const x of [1]) x; for (let x = 0; x < 1; x++) x; for (const y of «x») y;`,
  'a class of its own block': `const x = 1; { class x {} new x(); } «x»;`,
  'a class expression': `const x = 1; const k = class x { m() { return x; } }; «x»;`,
  'a function expression': `const x = 1; const f = function x() { return x; }; «x»;`,
  'var in a block': `const x = 1; function f() { if (x) { var x = 2; } return x; } «x»;`,
  'let in a block': `const x = 1; function f() { { let x = 2; x; } return «x»; }`,
  'a hoisted function in a block': `const x = 1; { x(); function x() {} } «x»;`,
  'a switch': `const x = 1; switch (1) { case 1: { let x = 2; x; } default: «x»; }`,
  'destructuring with defaults': `const x = 1; const { a = «x», x: b = «x» } = {} as any; const [c = «x»] = [];`,
  'destructuring with a computed key': `const x = 'k'; const { [«x»]: y } = {} as any;`,
  'destructuring of the name': `const { a: { x }, ...rest } = {} as any; «x»;`,
  'an assignment to a pattern': `let x = 1; ({ x: «x» } = {} as any); [«x»] = [1];`,
  'a shorthand property': `const x = 1; const o = { «x» }; const p = { x: 1 }; p.x; p?.x; p['x'];`,
  'a computed member': `const x = 'k'; ({} as any)[«x»]; ({} as any)?.[«x»];`,
  'a computed property': `const x = 'k'; ({ [«x»]: 1, [«x»]() {} }); class A { [«x»] = 1; static [«x»]() {} }`,
  'a computed method with a parameter of the name': `const x = 'k'; class A { [«x»](x: any) { return x; } } ({ [«x»](x: any) { return x; } });`,
  'methods and properties': `const x = 1; class A { x = «x»; get y() { return this.x; } x2() {} } ({ x() {}, get z() { return «x»; } });`,
  'private names': `const x = 1; class A { #x = «x»; #y() { return this.#x; } has(o: any) { return #x in o; } }`,
  'a static block': `const x = 1; class A { static { var x = 2; x; } } «x»;`,
  labels: `const x = 1; x: for (;;) { if («x») break x; continue x; }`,
  'new.target and import.meta': `const x = 1; function f() { new.target; } import.meta.x; «x»;`,
  'export specifiers': `const x = 1; export { «x», «x» as y, «x» as default };`,
  'export specifiers with a source': `const x = 1; export { x } from 'm'; export { x as y, y as x2 } from 'm'; export * as x3 from 'm'; «x»;`,
  'export default': `const x = 1; export default «x»;`,
  'imports with attributes': `import x from 'm' with { type: 'json' }; «x»; import('m', { with: { x: 'json' } });`,
  'import as': `import { y as x, x as z } from 'm'; «x»; z;`,
  'a type import': `import type { x } from 'm'; let a: «x»; const f = (b: «x»[]): «x» | undefined => b[0];`,
  'an inline type import': `import { type x } from 'm'; type A = «x»;`,
  'import equals': `import x = require('m'); «x».y; let a: «x».T; import z = «x».z;`,
  'export equals': `const x = 1; export = «x»;`,
  'a namespace': `namespace x { export const y = 1; } «x».y; type A = typeof «x».y;`,
  'names in a namespace': `const x = 1; namespace N { const x = 2; x; } «x»;`,
  'a dotted namespace': `const x = 1; namespace A.x { } A; «x»;`,
  'an enum': `enum x { a, b = a } «x».a; let c: «x».b; let d: «x»;`,
  'members of an enum': `const x = 1; enum E { x, y = x, z = «x2» } const x2 = x3; const x3 = «x»;`.replaceAll(
    '«x2»',
    'x2',
  ),
  'type parameters': `type x = 1; function f<x>(a: x): x { return a as x; } let a: «x»; type G<x> = x; interface I<x> { a: x } class K<x> { a!: x }`,
  'a constraint and a default': `type x = 1; type G<T extends «x» = «x»> = T;`,
  infer: `type x = 1; type G<T> = T extends (infer x)[] ? x : never; let a: «x»;`,
  'a mapped type': `type x = 'a'; type G = { [x in 'a']: x }; type H = { [K in «x»]: K };`,
  'a function type': `type x = 1; type F = (p: «x», b: «x») => «x»; type N = new (p: «x») => void; type V = (x: number) => typeof x; type G = <x>(a: x) => x;`,
  'signatures in an interface': `type x = 1; interface I { x: «x»; m(p: string): «x»; (p: «x»): void; new (p: string): «x»; [x: string]: any; n(x: any): x is string }`,
  'a named tuple member': `type x = 1; type T = [x: «x», y?: «x»];`,
  'a type predicate': `const x = 1; function f(x: any): x is string { return true; } function g(x: any): asserts x {} «x»;`,
  'typeof in a type': `const x = 1; type A = typeof «x»; let b: typeof «x».y; function f(a: typeof «x») {}`,
  'an import type': `const x = 1; type A = import('m').x; type B = import('m').N.x<typeof «x»>;`,
  'a qualified name': `type x = 1; namespace N { export type x = 2; } let a: N.x; let b: «x»;`,
  'declare module': `type x = 1; declare module 'm' { interface x { a: 1 } interface y { b: x } } let c: «x»;`,
  'declare global': `type x = 1; declare global { interface Window { a: «x» } var x2: string } «x»; export {};`,
  'declare function and class': `type x = 1; declare function f(p: «x»): void; declare class A { constructor(p: «x»); x(p: string): «x»; }`,
  overloads: `const x = 1; function f(x: string): void; function f(x: any) { x; } «x»;`,
  'an abstract class': `type x = 1; abstract class A { abstract x: «x»; abstract m(p: string): «x»; }`,
  'extends and implements': `class x {} class A extends «x» {} interface I extends «x» {} class B implements «x» {}`,
  'as, satisfies and non-null': `const x: any = 1; «x» as any; «x»!; «x» satisfies any; <any>«x»;`,
  'parameter properties':
    `const x = 1; class A { constructor(private x: number, readonly y = «x2») { x; } } const x2 = «x»;`.replaceAll(
      '«x2»',
      'x2',
    ),
  decorators: `const x: any = 1; @«x» class A { @«x» a = 1; @«x»() m(x: any) { x; } }`,
  'await import': `const x = await import('m'); «x».y;`,
  'a destructured require': `const { x } = require('m'); «x»; ((require: any) => require)(1);`,
  generics: `type x = 1; const m = new Map<«x», Array<«x»>>(); f<«x»>(); function f<T>() {}`,
  'a template and a tag': 'const x: any = 1; `${«x»}`; «x»`a`;',
  async: `const x: any = 1; async function f() { await «x»; for await (const x of [1]) x; } function* g() { yield «x»; }`,
};

const JSX_CASES: Readonly<Record<string, string>> = {
  'an element': `const Ex = 1 as any; <«Ex» />; <«Ex»>Ex</Ex>;`,
  'a lower-case element': `const ex = 1; <ex />; <ex-y></ex-y>; «ex»;`,
  'an attribute': `const ex: any = 1; <div ex="1" a={«ex»} {...«ex»}>{«ex»}</div>;`,
  'an attribute with a namespace': `const ex = 1; <svg xlink:ex="1" ex:y="2" />; «ex»;`,
  'a member': `const ex: any = 1; <«ex».Provider />; <a.ex />; const a: any = 1;`,
  'a render prop': `const Ex: any = 1; <«Ex» render={(Ex: any) => <Ex />} />;`,
  this: `const Ex: any = 1; class A { m() { return <this.Ex />; } } «Ex»;`,
  'type arguments': `type Ex = 1; const L: any = 1; <L<«Ex»> />;`,
};

/** Takes the marks out; gives the text and where they stood. */
function unmark(marked: string): { text: string; name: string; offsets: number[] } {
  const name = /«(\w+)»/.exec(marked)![1]!;
  const offsets: number[] = [];
  let text = '';
  for (const part of marked.split(/(«\w+»)/)) {
    if (part.startsWith('«')) offsets.push(text.length);
    text += part.replaceAll(/[«»]/g, '');
  }
  return { text, name, offsets };
}

const ALL = [
  ...Object.entries(CASES).map(([title, source]) => ({ title, source, path: 'a.ts' })),
  ...Object.entries(JSX_CASES).map(([title, source]) => ({ title: `JSX: ${title}`, source, path: 'a.tsx' })),
];

describe.each(DIALECTS)('bindings on the tree of %s', (_, programOf) => {
  it.each(ALL)('$title', ({ source, path }) => {
    const { text, name, offsets } = unmark(source);
    const binding = new Bindings(programOf(text, path)).program.names.get(name);
    expect(binding?.references.map(({ start }) => start).toSorted((a, b) => a - b)).toEqual(offsets);
  });

  it.each([
    [`import a from 'm';`, 'm#default'],
    [`import { b as a } from 'm';`, 'm#b'],
    [`import { 'b-c' as a } from 'm';`, 'm#b-c'],
    [`import { default as a } from 'm';`, 'm#default'],
    [`import * as a from 'm';`, 'm#*'],
    [`import type { a } from 'm';`, 'm#a'],
    [`import a = require('m');`, 'm#*'],
    [`const a = require('m');`, 'm#*'],
    [`const { b: a } = require('m');`, 'm#b'],
    [`const { b: a = 1 } = require('m');`, 'm#b'],
    [`const { ...a } = require('m');`, 'm#*'],
    [`const { default: a } = await import('m');`, 'm#default'],
    [`const a = await import(\`m\`);`, 'm#*'],
    [`const a = import('m');`, 'm#*'],
    [`const a = require(m);`, undefined],
    [`const a = load('m');`, undefined],
    [`const a = require.resolve('m');`, undefined],
  ])('%s comes from %s', (text, from) => {
    const imported = new Bindings(programOf(text, 'a.ts')).program.names.get('a')?.imported;
    expect(imported && `${imported.source}#${imported.name}`).toBe(from);
  });

  it('merges the declarations of one name', () => {
    const bindings = new Bindings(programOf(`interface A {} const A = 1; function f(a: A) { return A; }`, 'a.ts'));
    const binding = bindings.program.names.get('A')!;
    expect([binding.identifiers.length, binding.references.length]).toEqual([2, 2]);
    expect(binding.identifiers.map((node) => bindings.of(node))).toEqual([binding, binding]);
  });

  it('knows what nothing declares, and that `global` is no name', () => {
    const { free, all } = new Bindings(
      programOf(`declare global { var g: A } global.a = window.b; export {};`, 'a.ts'),
    );
    expect([...free.keys()].toSorted()).toEqual(['A', 'global', 'window']);
    expect(all.map(({ name }) => name)).toEqual(['g']);
  });
});

describe('the same names mean the same on both trees', () => {
  it.each(ALL)('$title', ({ source, path }) => {
    const { text } = unmark(source);
    expect(describeBindings(new Bindings(oxcProgram(text, path)))).toEqual(
      describeBindings(new Bindings(babelProgram(text, path))),
    );
  });

  const root = join(import.meta.dirname, '../..');
  const files = ['lib', 'transforms', 'bin', '__tests__'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
      .map((name) => join(folder, name)),
  );

  it.each(files)('%s', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(describeBindings(new Bindings(oxcProgram(text, file)))).toEqual(
      describeBindings(new Bindings(babelProgram(text, file))),
    );
  });
});

describe('isTaken', () => {
  const text = `
    import { used } from 'm';
    const outer = 1;
    function f() {
      const own = outer;
      function inner() { const deep = used; return [deep, free]; }
      return inner;
    }
    const elsewhere = 1;`;
  const bindings = bindingsOf(text, 'a.ts');
  const scope = bindings.program.names
    .get('f')!
    .identifiers.map((node) => bindings.scopeOf(bindings.parentOf(node) as Node))[0]!;

  it.each([
    ['own', true],
    ['inner', true],
    ['deep', true],
    ['free', true],
    ['used', true],
    ['outer', true],
    ['elsewhere', false],
    ['fresh', false],
  ])('%s: %s', (name, taken) => {
    expect(bindings.isTaken(name, scope)).toBe(taken);
  });

  it('leaves out what is about to go', () => {
    const own = bindings.all.find(({ name }) => name === 'own')!;
    expect(bindings.isTaken('own', scope, [own])).toBe(false);
  });

  it('at the top takes in all scopes', () => {
    expect(['deep', 'elsewhere', 'fresh'].map((name) => bindings.isTaken(name, bindings.program))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
