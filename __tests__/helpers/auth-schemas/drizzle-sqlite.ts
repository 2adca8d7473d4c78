import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const users = sqliteTable('app_users', {
  id: text('id')
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID()),
  name: text('full_name'),
  email: text('email').unique(),
  emailVerified: integer('email_verified', { mode: 'timestamp_ms' }),
  image: text('avatar'),
  role: text('app_role'),
  password: text('secret_digest'),
});

export const accounts = sqliteTable(
  'app_logins',
  {
    userId: text('member')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').$type<'oauth' | 'oidc' | 'email' | 'webauthn'>().notNull(),
    provider: text('via').notNull(),
    providerAccountId: text('via_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('jwt'),
    session_state: text('session_state'),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

/** What drizzle-kit makes of it. */
export const DDL = [
  'CREATE TABLE app_users (id text PRIMARY KEY NOT NULL, full_name text, email text UNIQUE, email_verified integer, avatar text, app_role text, secret_digest text)',
  'CREATE TABLE app_logins (member text NOT NULL REFERENCES app_users(id) ON DELETE CASCADE, type text NOT NULL, via text NOT NULL, via_id text NOT NULL, refresh_token text, access_token text, expires_at integer, token_type text, scope text, jwt text, session_state text, PRIMARY KEY (via, via_id))',
];
