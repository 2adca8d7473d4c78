import { describe, expect, it } from 'vitest';
import { toDate, toFlag, toJson, toText } from '../../../lib/users/export/values.js';

describe('a date', () => {
  it.each([
    [new Date('2024-01-02T03:04:05Z'), '2024-01-02T03:04:05.000Z'],
    [1_704_164_645_000, '2024-01-02T03:04:05.000Z'],
    [1_704_164_645, '2024-01-02T03:04:05.000Z'],
    ['1704164645000', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02T03:04:05.678', '2024-01-02T03:04:05.678Z'],
    ['2024-01-02 03:04:05+00:00', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02T05:04:05+02:00', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['yesterday', undefined],
    [true, undefined],
    [1, undefined],
    [null, undefined],
    [new Date(Number.NaN), undefined],
  ])('%s is %s', (value, expected) => {
    expect(toDate(value)).toBe(expected);
  });
});

it('text is trimmed; what is empty is nothing', () => {
  expect([' a ', '', '  ', null, undefined, 7, new Uint8Array([1, 255])].map(toText)).toEqual([
    'a',
    undefined,
    undefined,
    undefined,
    undefined,
    '7',
    '01ff',
  ]);
});

it('flags', () => {
  expect([true, 1, 't', 'yes', new Date()].map(toFlag)).toEqual([true, true, true, true, true]);
  expect([false, 0, 'f', '', null, undefined].map(toFlag)).toEqual([false, false, false, false, false, false]);
});

it('what goes into metadata is JSON', () => {
  expect(toJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(toJson('[draft] a note')).toBe('[draft] a note');
  expect(toJson(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  expect(toJson({ a: 1 })).toEqual({ a: 1 });
  expect(toJson(12n)).toBe('12');
});
