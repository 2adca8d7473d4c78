import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { movedLines } from '../../lib/format/moved-lines.js';

it('follows a line that stays, whatever is added, broken up or joined above it', () => {
  const from = 'import { a, b } from "x";\nconst one = call(a, b);\n\nconst two = 2;\nlast();\n';
  const to = 'import {\n  a,\n  b,\n} from "x";\nconst one = call(a, b);\n\nconst two = 2;\nlast();\n';
  const line = movedLines(from, to);
  expect([1, 2, 4, 5].map(line)).toEqual([1, 5, 7, 8]);
});

it('finds a line inside of what changed by the letters before it', () => {
  const from = 'a(\nfirst, second,\nthird)\n';
  const to = 'a(\n  first,\n  second,\n  third,\n)\n';
  const line = movedLines(from, to);
  expect([1, 2, 3].map(line)).toEqual([1, 2, 4]);
});

it('leaves lines where they are in a text that stays, and never leaves the text', () => {
  expect(movedLines('a\nb\n', 'a\nb\n')(2)).toBe(2);
  const text = array(constantFrom('a', 'b', 'const x = 1;', '', '}'), { maxLength: 12 });
  assert(
    property(text, text, (a, b) => {
      const line = movedLines(a.map((each) => `${each}\n`).join(''), b.map((each) => `${each}\n`).join(''));
      for (let at = 1; at <= a.length; at += 1) {
        expect(line(at)).toBeGreaterThanOrEqual(1);
        expect(line(at)).toBeLessThanOrEqual(Math.max(1, b.length));
      }
    }),
  );
});
