import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Doubt, KIND, OPERATOR } from '../../lib/ast/tokens/kinds.js';
import { REASONS, Tokenizer } from '../../lib/ast/tokens/tokenizer.js';

const ROOT = join(import.meta.dirname, '../..');
const tokenizer = new Tokenizer();

/** The spellings of a text's tokens. */
function tokensOf(text: string, hasJsx = true): string[] {
  const bytes = Buffer.from(text);
  tokenizer.open(bytes, bytes.length, hasJsx);
  tokenizer.readTo(bytes.length);
  return Array.from({ length: tokenizer.tokens.count }, (_, index) => tokenizer.tokens.text(index));
}

describe('the tokenizer', () => {
  it('is what assembly/ compiles to: npm run tokens', async () => {
    // Plain JavaScript, and AssemblyScript, which the compiler of the tests does not check.
    const [compiler, assembly] = [join(ROOT, 'assembly/compile.mjs'), join(ROOT, 'assembly/kinds.ts')];
    const { machine } = (await import(compiler)) as { machine(): Promise<string> };
    expect(await machine()).toBe(readFileSync(join(ROOT, 'lib/ast/tokens/machine.ts'), 'utf8'));
    const kinds = (await import(assembly)) as Record<'Kind' | 'Operator' | 'Doubt', Record<string, number>>;
    expect({ ...kinds.Kind }).toEqual(KIND);
    expect({ ...kinds.Operator }).toEqual(OPERATOR);
    expect(Object.values(kinds.Doubt)).toEqual(Array.from(REASONS.slice(1), (_, index) => index + 1));
  });

  it('takes text after text apart', () => {
    expect(tokensOf('const a = b / c; // d\n/e/g.test(`f${g}h`)')).toEqual([
      'const',
      'a',
      '=',
      'b',
      '/',
      'c',
      ';',
      '/e/g',
      '.',
      'test',
      '(',
      '`f${',
      'g',
      '}h`',
      ')',
    ]);
    expect(tokensOf('return <A.B c="d" e={f}>g {h}</A.B>;').join(' ')).toBe('return A . c "d" e { f } { h } A . > ;');
    expect(tokensOf('a<b>(c)', false)).toEqual(['a', '<', 'b', '>', '(', 'c', ')']);
  });

  it.each([
    ['const a = "b', 'a string without an end'],
    ['a(', 'something is not closed'],
    ['a)', 'a bracket that nothing opened'],
    ['const x = <a b', 'something is not closed'],
    ['const x = <a b=', 'an attribute without a value'],
    ['const x = <a b="c', 'a string without an end'],
    ['const ä = 1', 'a name with other letters, or none'],
    ['<<<<<<< HEAD', 'the mark of a conflict'],
    ['{} /a/', 'a slash behind a brace'],
  ])('gives up on %j', (text, reason) => {
    expect(() => tokensOf(text)).toThrow(new Doubt(reason));
  });

  it('goes on with a text that needs more memory, and gives up on one with too many tokens', () => {
    const long = `${' '.repeat(2_000_000)}a`;
    expect(tokensOf(long)).toEqual(['a']);
    expect(tokensOf('b')).toEqual(['b']);
    expect(() => tokensOf(';'.repeat(200_000))).toThrow(new Doubt('more tokens than there is room for'));
    expect(() => tokensOf('('.repeat(10_000))).toThrow(new Doubt('brackets deeper than there is room for'));
  });
});
