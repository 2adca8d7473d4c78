import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MENTIONS_AUTHJS } from '../../lib/authjs/leftovers.js';
import { mentionsIn } from '../../lib/authjs/mention-places.js';

const PIECES = ['next-auth', '@auth/', 'authjs.', 'NEXTAUTH_', 'AUTH_', 'AUTH_A', 'api/auth/', '.nextauth]'];
const expected = (text: string): number[] =>
  Array.from(text.matchAll(new RegExp(MENTIONS_AUTHJS, 'g')), ({ index }) => index);
const placesIn = (text: string): readonly number[] => mentionsIn(Buffer.from(text))?.places ?? [];

describe('the places where a text mentions Auth.js', () => {
  it.each(PIECES.map((piece) => [piece]))('are those of the pattern: %s', (piece) => {
    for (const text of [piece, `x${piece}`, `"${piece}X`, `_${piece}`, piece.slice(1), `${piece}${piece}`])
      expect(placesIn(text)).toEqual(expected(text));
  });

  it('are those of the pattern, whatever stands around them', () => {
    const text = array(constantFrom(...PIECES, 'auth', 'AUTH', 'next-', '@', 'api/', 'A', '_', ' ', '"', 'js.'));
    assert(
      property(text, (pieces) => {
        const places = placesIn(pieces.join(''));
        const others = places.filter((place) => !expected(pieces.join('')).includes(place));
        expect(places).toEqual(expect.arrayContaining(expected(pieces.join(''))));
        // The pattern goes on behind what it found, where another may have begun.
        expect(others.every((place) => MENTIONS_AUTHJS.test(pieces.join('').slice(place)))).toBe(true);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});

it('the strings that may name a module called after it', () => {
  const strings = (text: string) => mentionsIn(Buffer.from(text))?.strings;
  expect(strings(`import a from '@/lib/auth'; import b from "../authOptions.ts"; load(\`@x/Auth/client\`)`)).toEqual([
    '@/lib/auth',
    '../authOptions.ts',
    '@x/Auth/client',
  ]);
  expect(strings('const auth = "author of it"; // auth\n\'\nauth\'')).toEqual([]);
  expect(strings("from './ä/auth'")).toEqual(['./ä/auth']);
  expect(strings("from '../auth/[...nextauth]'")).toEqual(['../auth/[...nextauth]', '../auth/[...nextauth]']);
  expect(strings('nothing of it')).toBeUndefined();
});
