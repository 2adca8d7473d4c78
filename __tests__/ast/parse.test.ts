import { describe, expect, it } from 'vitest';
import { languageOf } from '../../lib/ast/language.js';
import { parse, parseCount } from '../../lib/ast/parse.js';

describe('the parser', () => {
  it.each([
    ['a.ts', `const a = <string>b;`],
    ['a.mts', `const a = <string>b;`],
    ['a.d.ts', `declare const a: string;`],
    ['a.tsx', `const a = <T,>(b: T) => <p>{b satisfies T}</p>;`],
    ['a.js', `const a = <p>{b}</p>;`],
    ['a.js', `// @flow\nimport type { A } from 'a';\nconst a = (b: ?A): A => (b: any);`],
    ['a.js', `const a = b as string; enum C { d }`],
    ['a.cjs', `return require('a');`],
    ['a.jsx', `@a class B { accessor c = 1; }`],
    ['a.ts', `using a = b(); import c from 'c' with { type: 'json' };`],
    ['a.ts', `await a; export { b };`],
  ])('takes %s: %s', (path, text) => {
    const before = parseCount.babel;
    expect(parse(text, path)).toMatchObject({ type: 'File', program: { type: 'Program' } });
    expect(parseCount.babel).toBe(before + 1);
  });

  it.each(['a.ts', 'a.tsx', 'a.js'])('refuses %s that is none', (path) => {
    expect(() => parse(`const = ;`, path)).toThrow(SyntaxError);
  });

  it('tells the language by the name', () => {
    expect(['a.ts', 'a.cts', 'a.tsx', 'a.d.mts', 'a.jsx', 'a.mjs', 'ats'].map(languageOf)).toEqual([
      'ts',
      'ts',
      'tsx',
      'ts',
      'js',
      'js',
      'js',
    ]);
  });
});
