import { describe, expect, it } from 'vitest';
import type { WidenedInterface } from '../../lib/authjs/augmentation.js';
import { ownFields } from '../../lib/scan/own-fields.js';

const widened = (name: string, members: Record<string, string>, bases: string[] = []): WidenedInterface => ({
  name,
  members: Object.entries(members).map(([key, text]) => ({ name: key, text: `\n    ${text}` })),
  bases,
});
const SESSION = (user: string, more: Record<string, string> = {}) =>
  widened('Session', { ...more, user: `user: ${user};` });

describe('the fields that the public metadata hold', () => {
  it('are those of the types, of the person and of the session', () => {
    const types = [SESSION('{ id: string; role: Role } & DefaultSession["user"]', { plan: 'plan: string;' })];
    expect(ownFields(['user.role', 'plan'], types)).toEqual({
      user: ['role'],
      session: ['plan'],
      required: ['plan', 'role'],
      anyOf: [],
      typed: ['plan', 'role'],
      hides: undefined,
      hasNumericId: false,
      secrets: [],
    });
  });

  it('are not to be asked for where only what went wrong is one: nobody has filled that in', () => {
    const types = [SESSION('DefaultSession["user"]', { error: 'error?: "RefreshFailed";' })];
    expect(ownFields(['error'], types)).toBeUndefined();
  });

  it('are none of the secrets, which are told apart', () => {
    const types = [
      SESSION('{ role: Role; apiToken: string } & DefaultSession["user"]', { accessToken: 'accessToken?: string;' }),
    ];
    expect(ownFields(['user.passwordHash', 'accessToken'], types)).toMatchObject({
      user: ['role'],
      session: [],
      required: ['role'],
      typed: ['role'],
      secrets: ['accessToken', 'user.apiToken', 'user.passwordHash'],
    });
  });

  it('are told once where the user’s type has them, too', () => {
    const types = [SESSION('User & { role: Role }'), widened('User', { role: 'role?: Role | null;' })];
    expect(ownFields([], types)).toMatchObject({ user: ['role'], required: ['role'], typed: ['role'] });
  });

  it('come with ids that are numbers, by the types or by what a callback makes of them', () => {
    const row = [SESSION("{ id: Row['id']; role: Role }")];
    expect(ownFields([], [SESSION('{ id: number; role: Role }')])).toMatchObject({
      hasNumericId: true,
      user: ['role'],
    });
    expect(ownFields(['user.id'], row, [], true)).toMatchObject({ hasNumericId: true, user: ['role'] });
    expect(ownFields(['user.id'], [], [], true)).toMatchObject({ hasNumericId: true, user: [], required: [] });
  });

  it('are read beside an id that has a name for its type', () => {
    const types = [SESSION('{ id: Id; role: Role }')];
    const named = (text: string) => [{ name: 'Id', text, isExported: false }];
    expect(ownFields([], types, named('type Id = string'))).toMatchObject({ hasNumericId: false, user: ['role'] });
    expect(ownFields([], types, named('type Id = number;'))).toMatchObject({ hasNumericId: true });
    expect(ownFields([], types)).toBeUndefined();
  });

  it('are not hidden by what is taken of Auth.js’s own types', () => {
    const types = [SESSION('User'), widened('User', { role: 'role: Role;' }, ["Omit<DefaultUser, 'image'>"])];
    expect(ownFields([], types)).toMatchObject({ user: ['role'], hides: undefined });
  });

  it('may be none besides a secret', () => {
    expect(ownFields(['accessToken'], [])).toMatchObject({ required: [], anyOf: [], secrets: ['accessToken'] });
  });

  it('are those that the callback writes, where no type says so', () => {
    expect(ownFields(['user.role'], [])).toMatchObject({ user: ['role'], required: ['role'], typed: [] });
  });

  it('are those of the user’s type where the session’s names it', () => {
    const types = [SESSION('User'), widened('User', { role: 'role: Role;', name: 'name: string;' })];
    expect(ownFields([], types)).toMatchObject({ user: ['role'] });
  });

  it('let nobody in while none of them is there, where each may be missing', () => {
    const types = [SESSION('{ role?: Role; plan: string | null; isBanned?: boolean } & DefaultSession["user"]')];
    expect(ownFields([], types)).toMatchObject({ required: [], anyOf: ['role', 'plan'] });
  });

  it('come along whole where a type hides them', () => {
    const types = [SESSION('Person & { role: Role }')];
    expect(ownFields([], types)).toMatchObject({ user: ['role'], hides: 'user' });
    expect(ownFields([], [widened('Session', { plan: 'plan: string;' }, ['Tenant'])])).toMatchObject({
      hides: 'session',
    });
  });

  it.each([
    ['a profile’s own field, made in another way', ['user.email'], []],
    ['an id of a type from elsewhere', [], [SESSION("{ id: Row['id']; role: Role }")]],
    ['an id that may be either', [], [SESSION('{ id: number | string; role: Role }')]],
    ['a name for two fields', ['user.plan', 'plan'], []],
    ['nothing but what nobody is to be without', [], [SESSION('{ isBanned?: boolean }')]],
    ['types alone that hide all', [], [widened('User', {}, ['Row'])]],
    ['no field', [], []],
    ['a field without a name', ['user.*'], []],
  ])('are none for %s', (_, extra, types) => {
    expect(ownFields(extra, types)).toBeUndefined();
  });
});
