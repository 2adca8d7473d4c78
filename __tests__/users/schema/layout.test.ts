import { describe, expect, it } from 'vitest';
import type { Table } from '../../../lib/users/database/types.js';
import type { SchemaHints } from '../../../lib/users/schema/hints.js';
import { findLayout } from '../../../lib/users/schema/layout.js';

const table = (name: string, columns: string, schema?: string): Table => ({
  name,
  schema,
  columns: columns.split(' ').map((column) => ({ name: column, type: 'text', nullable: true })),
  primaryKey: ['id'],
});
const USER = 'id name email emailVerified image';
const ACCOUNT = 'userId type provider providerAccountId id_token';
const found = (tables: Table[], given = {}, hints?: SchemaHints): (string | undefined)[] => {
  const { users, accounts } = findLayout(tables, hints, given);
  const full = (one?: Table) => one && [one.schema, one.name].filter(Boolean).join('.');
  return [full(users.table), full(accounts?.table)];
};

describe('without a schema of the app’s', () => {
  it.each([
    [
      'Auth.js’s own',
      [table('users', USER), table('accounts', ACCOUNT), table('sessions', 'id userId')],
      ['users', 'accounts'],
    ],
    ['Prisma’s', [table('User', USER), table('Account', ACCOUNT)], ['User', 'Account']],
    ['with a prefix', [table('app_user', USER), table('app_account', ACCOUNT)], ['app_user', 'app_account']],
    [
      'snake case',
      [table('user', 'id email email_verified'), table('account', 'user_id provider provider_account_id')],
      ['user', 'account'],
    ],
    ['no accounts', [table('users', 'id email password'), table('posts', 'id')], ['users', undefined]],
    ['another name', [table('members', USER), table('logins', ACCOUNT)], ['members', 'logins']],
    [
      'NextAuth v3’s',
      [
        table('users', 'id name email email_verified'),
        table('accounts', 'id compound_id user_id provider_type provider_id provider_account_id'),
      ],
      ['users', 'accounts'],
    ],
    [
      'beside tables like it',
      [table('newsletter_users', 'id email'), table('users', USER), table('accounts', ACCOUNT)],
      ['users', 'accounts'],
    ],
    ['beside a book-keeper’s accounts', [table('users', USER), table('accounts', 'id balance')], ['users', undefined]],
    [
      'Supabase’s',
      [
        table('users', 'id email email_confirmed_at', 'auth'),
        table('users', USER, 'next_auth'),
        table('accounts', ACCOUNT, 'next_auth'),
      ],
      ['next_auth.users', 'next_auth.accounts'],
    ],
  ])('%s', (_, tables, expected) => {
    expect(found(tables)).toEqual(expected);
  });

  it('maps fields to columns', () => {
    const { users, accounts } = findLayout(
      [
        table('users', 'id full_name email email_verified avatar_url created_at role'),
        table('accounts', 'user_id provider provider_account_id id_token'),
      ],
      undefined,
      {},
    );
    expect(users.fields).toEqual({
      id: 'id',
      email: 'email',
      emailVerified: 'email_verified',
      name: 'full_name',
      image: 'avatar_url',
      createdAt: 'created_at',
    });
    expect(accounts?.fields).toEqual({
      userId: 'user_id',
      provider: 'provider',
      providerAccountId: 'provider_account_id',
      idToken: 'id_token',
    });
  });

  it.each([
    ['no table', [], {}, /no table of users was found.* The database has no tables\./],
    [
      'no user',
      [table('posts', 'id')],
      {},
      /no table of users was found: name it with --users-table\. There are: posts\./,
    ],
    ['two', [table('user', USER), table('users', USER)], {}, /both user and users may hold the users/],
    [
      'a name that there is not',
      [table('users', USER)],
      { usersTable: 'member' },
      /--users-table: there is no table “member”\. There are: users\./,
    ],
    ['a table without id', [table('users', 'email')], { usersTable: 'users' }, /the table users has no column id/],
    [
      'a table without accounts',
      [table('users', USER)],
      { accountsTable: 'users' },
      /the table users has not the columns of linked accounts/,
    ],
    [
      'two of accounts',
      [table('users', USER), table('a', ACCOUNT), table('b', ACCOUNT)],
      {},
      /a and b may hold the linked accounts/,
    ],
  ])('%s is refused', (_, tables, given, message) => {
    expect(() => findLayout(tables, undefined, given)).toThrow(message);
  });
});

describe('with a schema of the app’s', () => {
  const hints = (users: string, columns: Record<string, string[]> = {}): SchemaHints => ({
    file: 'schema.ts',
    users: { name: users, columns: new Map(Object.entries(columns)) },
    accounts: undefined,
    variables: [],
  });

  it('its names come first, with a creator’s prefix and columns that tell nothing', () => {
    const tables = [table('users', USER), table('shop_customer', 'pk mail verified_on')];
    const given = hints('customer', { id: ['pk'], email: ['mail'], emailVerified: ['emailVerified', 'verified_on'] });
    const { users } = findLayout(tables, given, {});
    expect(users.table.name).toBe('shop_customer');
    expect(users.fields).toEqual({ id: 'pk', email: 'mail', emailVerified: 'verified_on' });
    expect(users.properties.get('mail')).toBe('email');
  });

  it('what the database does not have is found otherwise', () => {
    expect(found([table('users', USER)], {}, hints('gone', { email: ['gone'] }))).toEqual(['users', undefined]);
  });

  it('a name on the command line comes before it', () => {
    expect(found([table('users', USER), table('old', USER)], { usersTable: 'OLD' }, hints('users'))).toEqual([
      'old',
      undefined,
    ]);
  });
});
