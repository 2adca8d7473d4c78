import { describe, expect, it } from 'vitest';
import { PROVIDERS, proofOf, type LinkedAccount } from '../../../lib/users/export/verification.js';

const EMAIL = 'ada@example.com';
const token = (claims: object): string =>
  ['{}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
const linked = (provider: string, claims?: object): LinkedAccount => ({
  provider,
  idToken: claims && token(claims),
});
const by = (accounts: LinkedAccount[], hasPassword = false, emailVerified: unknown = null): string | undefined => {
  const proof = proofOf(EMAIL, emailVerified, accounts, hasPassword);
  return proof?.by === 'provider' ? proof.provider : proof?.by;
};

describe('an address is verified', () => {
  it.each([
    ['a date', new Date(0)],
    ['a date as text', '2024-01-02T03:04:05Z'],
    ['milliseconds', 1_700_000_000_000],
    ['true', true],
    ['MySQL’s true', 1],
  ])('where the column holds %s', (_, value) => {
    expect(by([], true, value)).toBe('column');
  });

  it('where a provider that verifies is linked', () => {
    expect(by([linked('google')])).toBe('google');
    expect(by([linked('github'), linked('google')])).toBe('github');
  });

  it('where an ID token says so of this address, whatever else is linked', () => {
    const claims = { email: 'Ada@Example.com', email_verified: true };
    expect(by([linked('discord'), linked('google', claims)], true)).toBe('google');
    expect(by([linked('keycloak', claims)])).toBe('keycloak');
    expect(by([linked('apple', { email: EMAIL, email_verified: 'true' })])).toBe('apple');
    expect(by([linked('google', { email: EMAIL })])).toBe('google');
    expect(by([linked('google', { sub: '1' })])).toBe('google');
  });
});

describe('an address is not verified', () => {
  it.each([null, undefined, false, 0, '', 'f', 'false', new Date(Number.NaN)])('where the column holds %s', (value) => {
    expect(by([], false, value)).toBeUndefined();
  });

  it.each(Object.keys(PROVIDERS).filter((name) => !PROVIDERS[name]!.verifies))('by %s', (provider) => {
    expect(by([linked(provider)])).toBeUndefined();
  });

  it('by a provider that nobody knows', () => {
    expect(by([linked('toString'), linked('my-idp')])).toBeUndefined();
  });

  it('where the ID token denies it, or is of another address', () => {
    expect(by([linked('google', { email: EMAIL, email_verified: false })])).toBeUndefined();
    expect(by([linked('google', { email: 'eve@example.com', email_verified: true })])).toBeUndefined();
    expect(
      by([linked('github'), linked('google', { email: 'eve@example.com', email_verified: true })]),
    ).toBeUndefined();
  });

  it('by a token of a directory whose administrator writes it', () => {
    expect(by([linked('microsoft-entra-id', { email: EMAIL, email_verified: true })])).toBeUndefined();
  });

  it('where it may have been typed in beside a password, or come from a provider that does not verify', () => {
    expect(by([linked('google')], true)).toBeUndefined();
    expect(by([linked('discord'), linked('google')])).toBeUndefined();
  });

  it('where the token is no token', () => {
    for (const idToken of ['', 'a.b.c', `a.${Buffer.from('[1').toString('base64url')}.c`, 'x']) {
      expect(proofOf(EMAIL, null, [{ provider: 'my-idp', idToken }], false)).toBeUndefined();
    }
  });
});
