import { describe, expect, it } from 'vitest';
import { parseRecord, type UserRecord } from '../../lib/users/record.js';
import { BAD_RECORDS, BCRYPT } from './bad-records.js';

function record(input: unknown): UserRecord {
  const parsed = parseRecord(input);
  if (!parsed.ok) throw new Error(parsed.rejection.reason);
  return parsed.record;
}

describe('a record of a users file', () => {
  it('is read by the names of Clerk’s guide', () => {
    expect(
      record({
        userId: 'u1',
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Admin',
        password: BCRYPT,
        passwordHasher: 'bcrypt',
        createdAt: '2024-01-02 03:04:05Z',
        publicMetadata: { role: 'admin' },
      }),
    ).toEqual({
      userId: 'u1',
      emails: [{ value: 'ada@example.com', verified: true }],
      phones: [],
      firstName: 'Ada',
      lastName: 'Admin',
      password: { digest: BCRYPT, hasher: 'bcrypt' },
      createdAt: '2024-01-02T03:04:05.000Z',
      publicMetadata: { role: 'admin' },
    });
  });

  it('is read by what PostgreSQL makes of those names, and by a name in one piece', () => {
    expect(
      record({
        userid: 7,
        email: 'ada@example.com',
        emailverified: null,
        name: ' Ada  de la Cruz ',
        created_at: 1704164645000,
      }),
    ).toEqual({
      userId: '7',
      emails: [{ value: 'ada@example.com', verified: false }],
      phones: [],
      firstName: 'Ada',
      lastName: 'de la Cruz',
      createdAt: '2024-01-02T03:04:05.000Z',
    });
    expect(record({ userId: 'u', email: 'a@b.co', name: 'Cher' }).firstName).toBe('Cher');
  });

  it.each([
    [{}, true],
    [{ emailVerified: '2024-01-02T03:04:05.000Z' }, true],
    [{ emailVerified: true }, true],
    [{ emailVerified: 1 }, true],
    [{ emailVerified: 't' }, true],
    [{ emailVerified: null }, false],
    [{ emailVerified: false }, false],
    [{ emailVerified: 0 }, false],
    [{ emailVerified: '' }, false],
    [{ unverifiedEmailAddresses: ['ADA@example.com'] }, false],
  ])('says of its address with %j whether it is verified', (more, verified) => {
    expect(record({ userId: 'u', email: 'ada@example.com', ...more }).emails.map((one) => one.verified)).toEqual([
      verified,
    ]);
  });

  it('has the verified addresses first, and each once', () => {
    const { emails, phones } = record({
      userId: 'u',
      email: 'one@example.com',
      emailVerified: null,
      emailAddresses: 'two@example.com; three@example.com',
      phone: '+1 (555) 123-4567',
      phoneNumbers: ['+15551234567'],
    });
    expect(emails.map(({ value }) => value)).toEqual(['two@example.com', 'three@example.com', 'one@example.com']);
    expect(phones).toEqual([{ value: '+15551234567', verified: true }]);
  });

  it.each(['argon', 'argon2', 'argon2id', 'ARGON2ID'])('knows the hasher %s by the digest', (passwordHasher) => {
    const password = '$argon2id$v=19$m=64,t=4,p=8$Z2liZXJyaXNo$iGXEpMBTDYQ8G/71tF0qGjxRHEmR3gpGULcE93zUJVU';
    expect(record({ userId: 'u', username: 'ada', password, passwordHasher }).password?.hasher).toBe('argon2id');
  });

  it('names the fields that mean nothing, and not those that an export keeps', () => {
    const parsed = parseRecord({ userId: 'u', email: 'a@b.co', image: 'https://x', favourite_color: 'red' });
    expect(parsed).toMatchObject({ ok: true, unknown: ['favourite_color'] });
  });

  it('has 40 ways and more to be bad', () => {
    expect(BAD_RECORDS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(BAD_RECORDS)('is refused: %s', (_name, input, code, reason) => {
    const parsed = parseRecord(input);
    const rejection = parsed.ok ? undefined : parsed.rejection;
    expect(rejection?.code).toBe(code);
    expect(rejection?.reason).toMatch(reason);
    expect(rejection?.reason).not.toContain('\n');
  });

  // The comments of `passwordHasher` in @clerk/backend and Clerk's reference of createUser() say `salt$hash` of both.
  it.each([
    ['md5_salted', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['sha256_salted', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ])('takes %s as the salt and then the hash, and not the other way round', (passwordHasher, hash) => {
    const of = (password: string) => parseRecord({ userId: 'u', username: 'ada', password, passwordHasher });
    expect(of(`pepper$${hash}`)).toMatchObject({ ok: true, record: { password: { digest: `pepper$${hash}` } } });
    expect(of(`${hash}$pepper`)).toMatchObject({ ok: false, rejection: { code: 'invalid_digest' } });
  });

  it('shows no digest in a reason', () => {
    for (const [, input] of BAD_RECORDS) {
      const parsed = parseRecord(input);
      const password = (input as { password?: unknown } | null)?.password;
      if (parsed.ok || typeof password !== 'string' || password.trim() === '') continue;
      expect(parsed.rejection.reason).not.toContain(password);
    }
  });
});
