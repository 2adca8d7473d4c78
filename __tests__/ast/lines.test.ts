import { describe, expect, it } from 'vitest';
import { withLeadingComments } from '../../lib/ast/comments.js';
import { Lines, listItem, startsItsLine, wholeLines } from '../../lib/ast/lines.js';
import { indentAt, quoted, styleOf } from '../../lib/ast/style.js';
import { childList, type Span } from '../../lib/ast/tree.js';
import { babelProgram } from './dialects.js';

/** The text without what `spanOf` makes of the marked part. */
function without(marked: string, spanOf: (text: string, span: Span) => Span = wholeLines): string {
  const start = marked.indexOf('«');
  const text = marked.replaceAll(/[«»]/g, '');
  const span = spanOf(text, { start, end: marked.indexOf('»') - 1 });
  return text.slice(0, span.start) + text.slice(span.end);
}

describe('lines and columns', () => {
  it('count from 1, in UTF-16 units, a line break as the end of its line', () => {
    const lines = new Lines('a\r\n😀b\n\nc');
    expect([0, 1, 2, 3, 5, 6, 7, 8, 9].map((offset) => Object.values(lines.at(offset)).join(':'))).toEqual([
      '1:1',
      '1:2',
      '1:3',
      '2:1',
      '2:3',
      '2:4',
      '3:1',
      '4:1',
      '4:2',
    ]);
    expect(new Lines('').at(0)).toEqual({ line: 1, column: 1 });
  });
});

describe('a statement with its line', () => {
  it.each([
    ['takes indentation and line break', '{\n  «a();»\n  b();\n}', '{\n  b();\n}'],
    ['takes a comment behind', '«a();» // why\nb();', 'b();'],
    ['takes a block comment behind', '«a();» /* why */  \nb();', 'b();'],
    ['leaves code behind', '«a();» b();', 'b();'],
    ['leaves code before', 'a(); «b();»\nc();', 'a();\nc();'],
    ['leaves what is around it on one line', '{ «a();» return b; }', '{ return b; }'],
    ['leaves comments above', '// all\n«a();»\nb();', '// all\nb();'],
    [
      'takes directives for the line',
      'x();\n  // @ts-expect-error why\n  // eslint-disable-next-line\n  «a();»\nb();',
      'x();\nb();',
    ],
    ['takes a block comment that is one', '/* eslint-disable-next-line */\n«a();»\nb();', 'b();'],
    ['leaves no two empty lines', 'x();\n\n«a();»\n\nb();', 'x();\n\nb();'],
    ['leaves no empty line at the top', '«a();»\n\nb();', 'b();'],
    ['leaves one empty line', 'x();\n«a();»\n\nb();', 'x();\n\nb();'],
    ['keeps a file without last line break so', 'x();\n«a();»', 'x();'],
    ['keeps it so with a directive', 'x();\n// @ts-ignore\n«a();»', 'x();'],
    ['takes a whole file', '«a();»', ''],
  ])('%s', (_, marked, expected) => {
    expect(without(marked)).toBe(expected);
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(without(windows(marked))).toBe(windows(expected));
  });

  it('knows what stands first on its line', () => {
    expect([0, 1, 3, 4].map((offset) => startsItsLine('\n\n a', offset))).toEqual([true, true, true, false]);
    expect(startsItsLine('a', 0)).toBe(true);
    expect([0, 3, 4].map((offset) => indentAt('\n\t a', offset))).toEqual(['', '\t ', '\t ']);
  });
});

describe('an item of a list goes with its comma', () => {
  it.each([
    ['the first', 0, '(b, c)'],
    ['one between', 1, '(a, c)'],
    ['the last', 2, '(a, b)'],
  ])('%s', (_, index, expected) => {
    const items = [1, 4, 7].map((start) => ({ start, end: start + 1 }));
    const { start, end } = listItem('(a, b, c)', items, index);
    expect('(a, b, c)'.slice(0, start) + '(a, b, c)'.slice(end)).toBe(expected);
  });
});

describe('a statement with its comments', () => {
  const last = (text: string): string => {
    const statement = childList(babelProgram(text), 'body').at(-1)!;
    const { start, end } = withLeadingComments(text, statement);
    return text.slice(start, end);
  };

  it.each([
    ['those directly above', 'a();\n\n// one\n/* two */\nb();', '// one\n/* two */\nb();'],
    ['not those above an empty line', 'a();\n// one\n\n// two\nb();', '// two\nb();'],
    ['not one behind other code', 'a(); // of a\nb();', 'b();'],
    ['not one at the top', '// header\nb();', 'b();'],
    ['not one under a hashbang', '#!/usr/bin/env node\n// header\nb();', 'b();'],
    ['with CRLF', 'a();\r\n// one\r\nb();', '// one\r\nb();'],
  ])('%s', (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe('the style of a file', () => {
  const style = (text: string) => styleOf(babelProgram(text), text);

  it.each([
    [`import a from 'a';\nconst b = "c" + "d" + "e";`, "'", ';'],
    [`import a from "a"\nimport b from "b"\nconst c = 'd';`, '"', ''],
    [`const a = "b"\na()`, '"', ''],
    [`const a = 'b';\na();`, "'", ';'],
    [``, "'", ';'],
  ])('%j is written with %s and %j', (text, quote, semicolon) => {
    expect(style(text)).toMatchObject({ quote, semicolon });
  });

  it.each([
    ['function f() {\n  a();\n}', '  '],
    ['function f() {\n    a();\n}', '    '],
    ['function f() {\n\ta();\n}', '\t'],
    ['/**\n * a\n */\nfunction f() {\n\ta();\n}', '\t'],
    ['a();', '  '],
  ])('%j has its step', (text, indent) => {
    expect(style(text).indent).toBe(indent);
  });

  it('quotes what holds quotes and backslashes', () => {
    const single = { quote: "'", semicolon: ';', indent: '  ' } as const;
    expect(quoted(`it's "a\\b"`, single)).toBe(String.raw`'it\'s "a\\b"'`);
    expect(quoted(`it's "a"`, { ...single, quote: '"' })).toBe(String.raw`"it's \"a\""`);
  });
});
