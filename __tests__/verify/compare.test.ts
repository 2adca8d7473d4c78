import { describe, expect, it } from 'vitest';
import type { Answer } from '../../lib/verify/answer.js';
import { compare } from '../../lib/verify/compare.js';

const answer = (own: Partial<Answer>): Answer => ({
  class: 'allowed',
  status: 200,
  target: undefined,
  wayBack: undefined,
  text: '',
  ...own,
});
const ALLOWED = answer({ text: 'Hello Ada' });
const SIGN_IN = answer({ class: 'sign-in', status: 307, wayBack: '/dash', text: undefined });
const MISSING = answer({ class: 'not-found', status: 404, text: undefined });

describe('before and after', () => {
  it('are the same where they mean the same', () => {
    expect(compare(SIGN_IN, { ...SIGN_IN, status: 302 }, 'whole')).toBeUndefined();
    expect(compare(ALLOWED, { ...ALLOWED }, 'whole')).toBeUndefined();
  });

  it.each([
    ['opened', SIGN_IN, ALLOWED],
    ['opened', MISSING, ALLOWED],
    ['closed', ALLOWED, SIGN_IN],
    ['denial', SIGN_IN, MISSING],
    ['way-back', SIGN_IN, { ...SIGN_IN, wayBack: undefined }],
    ['target', answer({ class: 'redirect', target: '/a' }), answer({ class: 'redirect', target: '/b' })],
    ['text', ALLOWED, { ...ALLOWED, text: 'Hello Pat' }],
  ] as const)('%s', (kind, before, after) => {
    expect(compare(before, after, 'whole')).toMatchObject({ kind });
  });

  it('are compared by facts alone where the texts may differ', () => {
    const other = { ...ALLOWED, text: 'It is noon. Hello Ada' };
    expect(compare(ALLOWED, other, [])).toBeUndefined();
    expect(compare(ALLOWED, other, ['Ada', 'Pat'])).toBeUndefined();
    expect(compare(ALLOWED, other, ['Ada', 'noon'])).toEqual({
      kind: 'text',
      before: 'does not say “noon”',
      after: 'says “noon”',
    });
  });

  it('say in words what was answered', () => {
    expect(compare(SIGN_IN, ALLOWED, 'whole')).toEqual({
      kind: 'opened',
      before: 'sent to sign in, back to /dash',
      after: 'answered (200)',
    });
    expect(compare(ALLOWED, MISSING, 'whole')?.after).toBe('404');
  });
});
