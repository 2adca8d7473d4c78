import { describe, expect, it } from 'vitest';
import { requiresId } from '../../lib/authjs/session-fields.js';

describe('a person’s id in Auth.js’s types', () => {
  it.each([
    ['v4', '4.24.13', true],
    ['v4', undefined, true],
    ['v5', '5.0.0-beta.4', true],
    ['v5', '5.0.0-beta.5', false],
    ['v5', '5.0.0-beta.32', false],
    ['v5', undefined, false],
  ] as const)('%s %s: always there %s', (style, version, expected) => {
    expect(requiresId(style, version)).toBe(expected);
  });
});
