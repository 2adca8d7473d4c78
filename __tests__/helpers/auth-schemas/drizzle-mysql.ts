import { int, mysqlTable, primaryKey, text, timestamp, varchar } from 'drizzle-orm/mysql-core';

export const users = mysqlTable('user', {
  id: varchar('id', { length: 255 })
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID()),
  name: varchar('name', { length: 255 }),
  email: varchar('email', { length: 255 }).unique(),
  emailVerified: timestamp('email_verified', { mode: 'date', fsp: 3 }),
  image: varchar('image', { length: 255 }),
  role: varchar('role', { length: 20 }),
  hashedPassword: varchar('hashed_password', { length: 255 }),
});

export const accounts = mysqlTable(
  'account',
  {
    userId: varchar('user_id', { length: 255 })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: varchar('type', { length: 255 }).$type<'oauth' | 'oidc' | 'email' | 'webauthn'>().notNull(),
    provider: varchar('provider', { length: 255 }).notNull(),
    providerAccountId: varchar('provider_account_id', { length: 255 }).notNull(),
    refresh_token: varchar('refresh_token', { length: 255 }),
    access_token: varchar('access_token', { length: 255 }),
    expires_at: int('expires_at'),
    token_type: varchar('token_type', { length: 255 }),
    scope: varchar('scope', { length: 255 }),
    id_token: text('id_token'),
    session_state: varchar('session_state', { length: 255 }),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

/** What drizzle-kit makes of it. */
export const DDL = [
  'CREATE TABLE `user` (id varchar(255) PRIMARY KEY, name varchar(255), email varchar(255) UNIQUE, email_verified timestamp(3) NULL, image varchar(255), role varchar(20), hashed_password varchar(255))',
  'CREATE TABLE account (user_id varchar(255) NOT NULL REFERENCES `user`(id) ON DELETE CASCADE, type varchar(255) NOT NULL, provider varchar(255) NOT NULL, provider_account_id varchar(255) NOT NULL, refresh_token varchar(255), access_token varchar(255), expires_at int, token_type varchar(255), scope varchar(255), id_token text, session_state varchar(255), PRIMARY KEY (provider, provider_account_id))',
];
