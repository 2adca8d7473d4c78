import { describe, expect, it } from 'vitest';
import { mayDefineTables, readDrizzleSchema } from '../../../lib/users/schema/drizzle.js';

const PLAIN = `
import { pgTable, text, timestamp, primaryKey } from 'drizzle-orm/pg-core';
export const users = pgTable('auth_user', {
  id: text('id').primaryKey().$defaultFn(() => crypto.randomUUID()),
  email: text('email').unique(),
  emailVerified: timestamp('email_verified', { mode: 'date' }),
  ...stamps,
});
export const accounts = pgTable(
  'auth_account',
  {
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    id_token: text(),
  },
  (account) => [primaryKey({ columns: [account.provider, account.providerAccountId] })],
);
`;

const CREATOR = `
import { pgTableCreator } from 'drizzle-orm/pg-core';
export const createTable = pgTableCreator((name) => \`shop_\${name}\`);
export const users = createTable('user', (d) => ({
  id: d.varchar({ length: 255 }).notNull(),
  email: d.varchar({ length: 255 }).notNull(),
  emailVerified: d.timestamp({ mode: 'date', withTimezone: true }).default(sql\`CURRENT_TIMESTAMP\`),
}));
export const posts = createTable('post', (d) => ({ id: d.integer() }));
`;

describe('a Drizzle schema', () => {
  it('names tables and columns', () => {
    expect(mayDefineTables(PLAIN)).toBe(true);
    const hints = readDrizzleSchema(PLAIN, 'schema.ts')!;
    expect(hints.users?.name).toBe('auth_user');
    expect(Object.fromEntries(hints.users!.columns)).toEqual({
      id: ['id'],
      email: ['email'],
      emailVerified: ['email_verified'],
    });
    expect(hints.accounts?.name).toBe('auth_account');
    expect(Object.fromEntries(hints.accounts!.columns)).toEqual({
      userId: ['user_id'],
      provider: ['provider'],
      providerAccountId: ['provider_account_id'],
      id_token: ['id_token', 'id_token'],
    });
  });

  it('knows tables of a creator, with columns named by their properties or in snake case', () => {
    const hints = readDrizzleSchema(CREATOR, 'schema.ts')!;
    expect(hints.users?.name).toBe('user');
    expect(hints.users?.columns.get('emailVerified')).toEqual(['emailVerified', 'email_verified']);
    expect(hints.accounts).toBeUndefined();
  });

  it('is none where nothing is defined, or it can’t be read', () => {
    expect(readDrizzleSchema("const t = pgTable('post', { id: text('id') });", 'x.ts')).toBeUndefined();
    expect(readDrizzleSchema('const = {', 'x.ts')).toBeUndefined();
    expect(mayDefineTables("import { eq } from 'drizzle-orm'; const emailVerified = 1;")).toBe(false);
  });
});
