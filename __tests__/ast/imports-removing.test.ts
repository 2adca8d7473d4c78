import { describe, expect, it } from 'vitest';
import { edit } from './import-task.js';

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
    [
      'from lines with blanks at their ends, which stay',
      `import {\n  a, \n  b, \n  c,\n} from 'm';\n`,
      ['a'],
      `import {\n  b, \n  c,\n} from 'm';\n`,
    ],
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
