import { describe, expect, it } from 'vitest';
import { editCatalogs } from '../../lib/steps/catalogs.js';
import { packageNamed } from '../../lib/steps/overrides.js';

const NONE = { isUsed: () => false, raiseOf: () => undefined };

describe('editCatalogs', () => {
  const text = `packages:
  - apps/*
catalog:
  # the framework
  next: ^14.0.4
  next-auth: 4.24.5 # sign-in
  '@auth/prisma-adapter': ^1
catalogs:
  old:
    next: "14.0.1"
    react: ^18
overrides:
  next-auth>nodemailer: ^6
  semver: ^7
`;

  it('takes Auth.js’s packages out, and nothing else', () => {
    expect(editCatalogs(text, NONE)).toBe(text.replace(/^.*(?:next-auth|@auth).*\n/gm, ''));
  });

  it('leaves what a manifest still names', () => {
    expect(editCatalogs(text, { ...NONE, isUsed: () => true })).toBe(text);
  });

  it('raises a release in the catalog that is asked', () => {
    const raiseOf = (name: string, catalog: string) => (name === 'next' && catalog === 'old' ? '14.2.35' : undefined);
    expect(editCatalogs(text, { isUsed: () => true, raiseOf })).toBe(text.replace('14.0.1', '14.2.35'));
    const inDefault = (name: string, catalog: string) =>
      name === 'next' && catalog === 'default' ? '14.2.35' : undefined;
    expect(editCatalogs(text, { isUsed: () => true, raiseOf: inDefault })).toBe(text.replace('14.0.4', '14.2.35'));
  });

  it.each(['catalog:\n  next-auth: 4\n', 'catalog: { next-auth: 4, next: 15 }\n', 'catalog:\n  next-auth: 4\n bad\n'])(
    'leaves %j as it is',
    (other) => {
      expect(editCatalogs(other, NONE)).toBe(other);
    },
  );
});

describe('packageNamed', () => {
  it.each([
    ['next-auth', 'next-auth'],
    ['next-auth@4', 'next-auth'],
    ['next-auth>nodemailer', 'next-auth'],
    ['next-auth/nodemailer', 'next-auth'],
    ['**/next-auth', 'next-auth'],
    ['@auth/core@0.30.0>preact', '@auth/core'],
    ['next-auth-extra', 'next-auth-extra'],
  ])('%s is about %s', (key, name) => {
    expect(packageNamed(key)).toBe(name);
  });
});
