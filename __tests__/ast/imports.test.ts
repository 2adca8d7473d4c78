import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { Bindings } from '../../lib/ast/bindings.js';
import { Edits } from '../../lib/ast/edits.js';
import { Imports } from '../../lib/ast/imports.js';
import { styleOf } from '../../lib/ast/style.js';
import { babelProgram } from './dialects.js';

interface Task {
  /** `module#name`, or `type module#name`. */
  readonly add?: readonly string[];
  /** Local names of specifiers to let go. */
  readonly drop?: readonly string[];
  readonly path?: string;
}

/** What becomes of a file, and the names to write in it. */
function edit(text: string, { add = [], drop = [], path = 'a.tsx' }: Task): { text: string; names: string[] } {
  const program = babelProgram(text, path);
  const bindings = new Bindings(program);
  const edits = new Edits(text);
  const imports = new Imports(program, text, bindings, styleOf(program, text));
  const names = add.map((each) => {
    const [module = '', name = ''] = each.replace('type ', '').split('#');
    return imports.add(module, name, { typeOnly: each.startsWith('type ') });
  });
  for (const name of drop) imports.drop(bindings.program.names.get(name)!.declaration);
  imports.finish(edits);
  const output = edits.toString();
  expect(parseSync(path, output).errors).toEqual([]);
  return { text: output, names: names.map((name) => name()) };
}

const AUTH = '@clerk/nextjs/server#auth';

describe('removing', () => {
  it.each([
    ['the only name', `import { a } from 'm';\nx();\n`, ['a'], `x();\n`],
    ['one of two', `import { a, b } from 'm';\n`, ['a'], `import { b } from 'm';\n`],
    ['the last of two', `import { a, b } from 'm';\n`, ['b'], `import { a } from 'm';\n`],
    ['without spaces', `import {a,b} from 'm';\n`, ['b'], `import {a} from 'm';\n`],
    ['a default', `import d, { a } from 'm';\n`, ['d'], `import { a } from 'm';\n`],
    ['what stands beside a default', `import d, { a, b } from 'm';\n`, ['a', 'b'], `import d from 'm';\n`],
    ['a namespace', `import d, * as n from 'm';\n`, ['n'], `import d from 'm';\n`],
    ['what stands beside a namespace', `import d, * as n from 'm';\n`, ['d'], `import * as n from 'm';\n`],
    ['an alias', `import { a as b, c } from 'm';\n`, ['b'], `import { c } from 'm';\n`],
    ['a type', `import { type A, b } from 'm';\n`, ['A'], `import { b } from 'm';\n`],
    ['of a type import', `import type { A, B } from 'm';\n`, ['A'], `import type { B } from 'm';\n`],
    [
      'of a long one',
      `import {\n  a,\n  b,\n  c,\n  d,\n} from 'm';\n`,
      ['b'],
      `import {\n  a,\n  c,\n  d,\n} from 'm';\n`,
    ],
    [
      'of a long one without last comma',
      `import {\n\ta,\n\tb,\n\tc,\n\td\n} from 'm'\n`,
      ['a'],
      `import {\n\tb,\n\tc,\n\td\n} from 'm'\n`,
    ],
    ['down to what fits a line', `import {\n  a,\n  b,\n} from 'm';\n`, ['b'], `import { a } from 'm';\n`],
    ['with a trailing comma', `import { a, b, } from 'm';\n`, ['a'], `import { b } from 'm';\n`],
    ['all, one after another', `import { a } from 'm';\nimport b from 'n';\n\nx();\n`, ['a', 'b'], `x();\n`],
    [
      'all, under a header',
      `// header\nimport { a } from 'm';\nimport b from 'n';\n\nx();\n`,
      ['a', 'b'],
      `// header\n\nx();\n`,
    ],
    [
      'one between others',
      `import a from 'a';\nimport b from 'b';\nimport c from 'c';\n`,
      ['b'],
      `import a from 'a';\nimport c from 'c';\n`,
    ],
    ['one of two on a line', `import a from 'a'; import b from 'b';\n`, ['a'], `import b from 'b';\n`],
    ['the other of two on a line', `import a from 'a'; import b from 'b';\n`, ['b'], `import a from 'a';\n`],
    ['beside code', `import a from 'a'; x();\n`, ['a'], `x();\n`],
    ['with a comment behind', `import a from 'a'; // why\nimport b from 'b';\n`, ['a'], `import b from 'b';\n`],
    ['with a block comment behind', `import a from 'a'; /* why */\nx();\n`, ['a'], `x();\n`],
    ['at the end without line break', `import a from 'a';\nimport b from 'b';`, ['b'], `import a from 'a';`],
    [
      'a directive for the next line goes along',
      `// eslint-disable-next-line import/order\nimport a from 'a';\nx();\n`,
      ['a'],
      `x();\n`,
    ],
    [
      'other comments above stay',
      `/* eslint-disable */\n// About all.\nimport a from 'a';\nx();\n`,
      ['a'],
      `/* eslint-disable */\n// About all.\nx();\n`,
    ],
  ])('%s', (_, text, drop, expected) => {
    expect(edit(text, { drop }).text).toBe(expected);
  });

  it.each([
    ['above a name', `import {\n  // keeps\n  a,\n  b,\n} from 'm';\n`, `import {\n  // keeps\n  a,\n} from 'm';\n`],
    ['behind a name', `import {\n  b, // goes\n  a, // keeps\n} from 'm';\n`, `import {\n  a, // keeps\n} from 'm';\n`],
    ['on one line', `import { b, a /* keeps */ } from 'm';\n`, `import { a /* keeps */ } from 'm';\n`],
    ['behind the last', `import { a, /* keeps */ b } from 'm';\n`, `import { a, /* keeps */ } from 'm';\n`],
    ['with a default', `import d, { a, /* keeps */ b } from 'm';\n`, `import d, { a, /* keeps */ } from 'm';\n`],
  ])('keeps a comment inside the braces, %s', (_, text, expected) => {
    expect(edit(text, { drop: ['b'] }).text).toBe(expected);
  });

  it('keeps comments that stand beside a default which goes', () => {
    expect(edit(`import b, { a /* keeps */ } from 'm';\n`, { drop: ['b'] }).text).toBe(
      `import { a /* keeps */ } from 'm';\n`,
    );
  });
});

describe('adding', () => {
  it.each([
    [
      'into an import of the module',
      `import { a } from '@clerk/nextjs/server';\n`,
      `import { a, auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'behind a trailing comma',
      `import {\n  a,\n  b,\n} from '@clerk/nextjs/server';\n`,
      `import {\n  a,\n  b,\n  auth,\n} from '@clerk/nextjs/server';\n`,
    ],
    [
      'beside a default',
      `import d, { a } from '@clerk/nextjs/server';\n`,
      `import d, { a, auth } from '@clerk/nextjs/server';\n`,
    ],
    ['not twice', `import { auth } from '@clerk/nextjs/server';\n`, `import { auth } from '@clerk/nextjs/server';\n`],
    [
      'not into a namespace',
      `import * as c from '@clerk/nextjs/server';\n`,
      `import * as c from '@clerk/nextjs/server';\nimport { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'not into a default',
      `import c from '@clerk/nextjs/server';\n`,
      `import c from '@clerk/nextjs/server';\nimport { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'not into types',
      `import type { U } from '@clerk/nextjs/server';\n`,
      `import type { U } from '@clerk/nextjs/server';\nimport { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'behind the last import',
      `import a from "a"\nimport b from "b"\n\nx()\n`,
      `import a from "a"\nimport b from "b"\nimport { auth } from "@clerk/nextjs/server"\n\nx()\n`,
    ],
    [
      'behind a side-effect import',
      `import './a.css';\n\nx();\n`,
      `import './a.css';\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'behind its comment',
      `import a from 'a'; // why\n\nx();\n`,
      `import a from 'a'; // why\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a directive',
      `'use client';\n\nx();\n`,
      `'use client';\n\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a directive with a comment',
      `'use server' // all\nx();\n`,
      `'use server' // all\n\nimport { auth } from '@clerk/nextjs/server';\nx();\n`,
    ],
    [
      'under a hashbang',
      `#!/usr/bin/env node\nx();\n`,
      `#!/usr/bin/env node\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a header',
      `// Copyright\n\nx();\n`,
      `// Copyright\n\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a header at once',
      `// Copyright\nx();\n`,
      `// Copyright\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'above a doc comment',
      `/** Does x. */\nx();\n`,
      `import { auth } from '@clerk/nextjs/server';\n\n/** Does x. */\nx();\n`,
    ],
    [
      'under a doc comment of the file',
      `/** @jest-environment node */\nx();\n`,
      `/** @jest-environment node */\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'above a directive for the next line',
      `// @ts-ignore\nx();\n`,
      `import { auth } from '@clerk/nextjs/server';\n\n// @ts-ignore\nx();\n`,
    ],
    [
      'to the end of a file without line break',
      `import a from 'a';`,
      `import a from 'a';\nimport { auth } from '@clerk/nextjs/server';`,
    ],
  ])('%s', (_, text, expected) => {
    expect(edit(text, { add: [AUTH] }).text).toBe(expected);
  });

  it('several, sorted by module and name, packages first', () => {
    const add = [
      '@/lib/session#b',
      '@clerk/nextjs#useUser',
      '@clerk/nextjs#Show',
      './x#c',
      'type @clerk/nextjs#T',
      AUTH,
    ];
    expect(edit(`import a from 'a';\n`, { add }).text.split('\n').slice(1, -1)).toEqual([
      `import { Show, useUser } from '@clerk/nextjs';`,
      `import type { T } from '@clerk/nextjs';`,
      `import { auth } from '@clerk/nextjs/server';`,
      `import { c } from './x';`,
      `import { b } from '@/lib/session';`,
    ]);
  });

  it('a type that is asked for as a value, too, as a value', () => {
    const text = `import a from 'a';\n`;
    const expected = `${text}import { T } from 'm';\n`;
    expect(edit(text, { add: ['type m#T', 'm#T'] }).text).toBe(expected);
    expect(edit(text, { add: ['m#T', 'type m#T'] }).text).toBe(expected);
  });

  it.each([`import type { T } from 'm';\n`, `import { type T } from 'm';\n`, `import { T } from 'm';\n`])(
    'no type that is there: %s',
    (text) => {
      expect(edit(text, { add: ['type m#T'] })).toEqual({ text, names: ['T'] });
    },
  );

  it('uses the name under which it is there', () => {
    const text = `import { auth as clerk } from '@clerk/nextjs/server';\n`;
    expect(edit(text, { add: [AUTH] })).toEqual({ text, names: ['clerk'] });
  });

  it('as require() in a file that has nothing else', () => {
    const text = `const { a } = require('m');\nmodule.exports = a;\n`;
    expect(edit(text, { add: [AUTH], path: 'a.js' }).text).toBe(
      `const { auth } = require('@clerk/nextjs/server');\n\n${text}`,
    );
    const there = `const { auth: b } = require('@clerk/nextjs/server');\nmodule.exports = b;\n`;
    expect(edit(there, { add: [AUTH], path: 'a.js' })).toEqual({ text: there, names: ['b'] });
    const taken = `const auth = 1;\nmodule.exports = auth;\n`;
    expect(edit(taken, { add: [AUTH], path: 'a.js' }).text).toContain(`const { auth: clerkAuth } = require(`);
  });
});

describe('an alias', () => {
  it.each([
    ['auth', 'clerkAuth'],
    ['useUser', 'useClerkUser'],
    ['Show', 'ClerkShow'],
  ])('of %s is %s, where the name is taken', (name, alias) => {
    const { text, names } = edit(`import a from 'a';\nconst ${name} = a;\n`, { add: [`m#${name}`] });
    expect(names).toEqual([alias]);
    expect(text).toContain(`import { ${name} as ${alias} } from 'm';`);
  });

  it('is needed for a name at any depth, and for one that is global', () => {
    expect(edit(`function f(auth: string) { return auth; }\n`, { add: [AUTH] }).names).toEqual(['clerkAuth']);
    expect(edit(`auth();\n`, { add: [AUTH] }).names).toEqual(['clerkAuth']);
  });

  it('is not needed where the other goes', () => {
    expect(edit(`import { auth } from '@/auth';\n`, { add: [AUTH], drop: ['auth'] })).toEqual({
      text: `import { auth } from '@clerk/nextjs/server';\n`,
      names: ['auth'],
    });
  });

  it('is another one where it is taken itself', () => {
    expect(edit(`const auth = 1, clerkAuth = 2;\n`, { add: [AUTH] }).names).toEqual(['clerkAuth2']);
  });

  it('parts two names of two modules', () => {
    const { names } = edit(`import a from 'a';\n`, { add: ['@clerk/nextjs#auth', AUTH] });
    expect(names).toEqual(['auth', 'clerkAuth']);
  });
});

describe('adding and removing', () => {
  it.each([
    [
      'takes the place',
      `import a from 'a';\nimport { s } from 'm';\nimport b from 'b';\n`,
      ['s'],
      `import a from 'a';\nimport { auth } from '@clerk/nextjs/server';\nimport b from 'b';\n`,
    ],
    [
      'takes the first place of several',
      `import { s } from 'm';\nimport a from 'a';\nimport t from 'n';\n`,
      ['s', 't'],
      `import { auth } from '@clerk/nextjs/server';\nimport a from 'a';\n`,
    ],
    [
      'stands above what stays',
      `import { s, t } from 'm';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\nimport { t } from 'm';\n`,
    ],
    [
      'lets a directive for the line go',
      `// @ts-ignore\nimport { s } from 'm';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'stands above a directive that stays',
      `// @ts-ignore\nimport { s, t } from 'm';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\n// @ts-ignore\nimport { t } from 'm';\n`,
    ],
    [
      'goes into a clause that loses a name',
      `import { s, t } from '@clerk/nextjs/server';\n`,
      ['s'],
      `import { t, auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'goes into a commented clause that loses a name',
      `import {\n  s,\n  t, // why\n} from '@clerk/nextjs/server';\n`,
      ['s'],
      `import {\n  t,\n  auth, // why\n} from '@clerk/nextjs/server';\n`,
    ],
    [
      'takes the place of an import of the module that goes',
      `import { s } from '@clerk/nextjs/server';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'keeps a header',
      `/**\n * Header\n */\nimport { s } from 'm';\nx();\n`,
      ['s'],
      `/**\n * Header\n */\nimport { auth } from '@clerk/nextjs/server';\nx();\n`,
    ],
    [
      'keeps a directive first',
      `'use client'\n\nimport { s } from 'm'\nx()\n`,
      ['s'],
      `'use client'\n\nimport { auth } from '@clerk/nextjs/server'\nx()\n`,
    ],
    [
      'keeps code on the line',
      `x(); import { s } from 'm'; y();\n`,
      ['s'],
      `x(); import { auth } from '@clerk/nextjs/server'; y();\n`,
    ],
  ])('%s', (_, text, drop, expected) => {
    expect(edit(text, { add: [AUTH], drop }).text).toBe(expected);
  });

  it('keeps CRLF, and all else that printers change', () => {
    const text = `// header\r\nimport { s } from 'm'\r\nimport a, {\r\n  b,\r\n} from 'a'\r\n\r\n/* one */ call(a, (\r\n  {\r\n\tb }\r\n))\r\nconst el = <p>\r\n      {a}  </p>\r\n`;
    expect(edit(text, { add: [AUTH], drop: ['s'] }).text).toBe(
      text.replace(`import { s } from 'm'`, `import { auth } from '@clerk/nextjs/server'`),
    );
    expect(edit(text, { drop: ['s'] }).text).toBe(text.replace(`import { s } from 'm'\r\n`, ''));
    expect(edit(text, {}).text).toBe(text);
  });
});
