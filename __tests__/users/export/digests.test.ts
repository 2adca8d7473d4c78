import { pbkdf2Sync, scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPasswordColumn, isSurelyDigest, readDigest } from '../../../lib/users/export/digests.js';
import { fold } from '../../../lib/users/schema/fields.js';

const BCRYPT = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';
const ARGON2ID = '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b3dWRWJTmaaJObG4G5g5uQ3Zyc';
const ARGON2I = ARGON2ID.replace('argon2id', 'argon2i');
const salt = Buffer.from('0123456789abcdef');
const derived = (bytes: number, hash: string): Buffer => pbkdf2Sync('secret', salt, 1000, bytes, hash);
/** base64 as passlib writes it. */
const adapted = (bytes: Buffer): string => bytes.toString('base64').replaceAll('+', '.').replace(/=+$/, '');

describe('a digest', () => {
  it.each([
    ['bcrypt', BCRYPT, BCRYPT],
    ['bcrypt', BCRYPT.replace('$2b$', '$2a$'), BCRYPT.replace('$2b$', '$2a$')],
    ['bcrypt', ` ${BCRYPT}\n`, BCRYPT],
    ['bcrypt', `bcrypt$${BCRYPT}`, BCRYPT],
    ['bcrypt_sha256_django', `bcrypt_sha256$${BCRYPT}`, `bcrypt_sha256$${BCRYPT}`],
    ['argon2id', ARGON2ID, ARGON2ID],
    ['argon2i', ARGON2I, ARGON2I],
    ['argon2id', `argon2${ARGON2ID}`, ARGON2ID],
    [
      'pbkdf2_sha256_django',
      `pbkdf2_sha256$1000$salt$${derived(32, 'sha256').toString('base64')}`,
      `pbkdf2_sha256$1000$salt$${derived(32, 'sha256').toString('base64')}`,
    ],
    [
      'pbkdf2_sha1',
      `pbkdf2_sha1$1000$salt$${derived(20, 'sha1').toString('base64')}`,
      `pbkdf2_sha1$1000$salt$${derived(20, 'sha1').toString('hex')}`,
    ],
    [
      'pbkdf2_sha256',
      `$pbkdf2-sha256$1000$${adapted(salt)}$${adapted(derived(32, 'sha256'))}`,
      `pbkdf2_sha256$1000$${salt.toString('base64')}$${derived(32, 'sha256').toString('base64')}`,
    ],
    [
      'pbkdf2_sha256',
      `$pbkdf2-sha256$i=1000,l=32$${adapted(salt)}$${adapted(derived(32, 'sha256'))}`,
      `pbkdf2_sha256$1000$${salt.toString('base64')}$${derived(32, 'sha256').toString('base64')}`,
    ],
    [
      'pbkdf2_sha512_hex',
      `$pbkdf2-sha512$1000$${adapted(salt)}$${adapted(derived(64, 'sha512'))}`,
      `pbkdf2_sha512_hex$1000$${salt.toString('hex')}$${derived(64, 'sha512').toString('hex')}`,
    ],
    ['pbkdf2_sha512', `pbkdf2_sha512$1000$salt$${'ab'.repeat(64)}`, `pbkdf2_sha512$1000$salt$${'ab'.repeat(64)}`],
    ['scrypt_werkzeug', `scrypt:32768:8:1$salt$${'ab'.repeat(64)}`, `scrypt:32768:8:1$salt$${'ab'.repeat(64)}`],
    ['scrypt_firebase', 'aGFzaA==$c2FsdA==$c2lnbmVy$Bw==$8$14', 'aGFzaA==$c2FsdA==$c2lnbmVy$Bw==$8$14'],
    ['phpass', '$P$B12345678abcdefghijklmnopqrstu0', '$P$B12345678abcdefghijklmnopqrstu0'],
    ['ldap_ssha', '{SSHA}MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=', '{SSHA}MTIzNDU2Nzg5MDEyMzQ1Njc4OTA='],
    ['md5', '5f4dcc3b5aa765d61d8327deb882cf99', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['sha256', 'ab'.repeat(32), 'ab'.repeat(32)],
  ])('of %s is told by its form: %s', (hasher, stored, digest) => {
    expect(readDigest(stored)).toEqual({ hasher, digest });
  });

  it.each([
    [BCRYPT.replace('$10$', '$16$'), /cost above 15/],
    [BCRYPT.slice(0, -1), /no known form/],
    ['$argon2d$v=19$m=64,t=4,p=8$c2FsdA$aGFzaA', /argon2d/],
    [`${'ab'.repeat(16)}:${scryptSync('secret', 'salt', 64).toString('hex')}`, /salt and hash/],
    [`${scryptSync('secret', 'salt', 64).toString('hex')}.${'ab'.repeat(16)}`, /hash and salt/],
    ['ab'.repeat(20), /SHA-1/],
    ['hunter2', /no known form/],
  ])('that Clerk has no hasher for is named, and not sent: %s', (stored, reason) => {
    expect(readDigest(stored)).toEqual({ unusable: expect.stringMatching(reason) });
  });
});

it('knows what can be nothing but a digest', () => {
  expect([BCRYPT, ARGON2ID, `scrypt:32768:8:1$salt$${'ab'.repeat(64)}`].every(isSurelyDigest)).toBe(true);
  expect(['ab'.repeat(32), '$2 a month', 'scrypt: a way to hash', ''].some(isSurelyDigest)).toBe(false);
});

it.each([
  ['password', true],
  ['passwordHash', true],
  ['password_hash', true],
  ['hashed_password', true],
  ['encryptedPassword', true],
  ['passhash', true],
  ['pwd', true],
  ['hash', true],
  ['passwordResetToken', false],
  ['password_changed_at', false],
  ['passwordSalt', false],
  ['oldPassword', false],
  ['passwordless', false],
  ['passkey', false],
  ['avatarHash', false],
  ['apiKeyHash', false],
  ['pinHash', false],
])('the column %s holds the password: %s', (name, expected) => {
  expect(isPasswordColumn(fold(name))).toBe(expected);
});
