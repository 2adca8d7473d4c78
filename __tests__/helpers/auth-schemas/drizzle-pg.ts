import { index, pgTableCreator, primaryKey } from 'drizzle-orm/pg-core';

/** One database for several projects, as create-t3-app sets it up. */
export const createTable = pgTableCreator((name) => `shop_${name}`);

export const users = createTable('user', (d) => ({
  id: d
    .varchar({ length: 255 })
    .notNull()
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID()),
  name: d.varchar({ length: 255 }),
  email: d.varchar({ length: 255 }).notNull(),
  emailVerified: d.timestamp({ mode: 'date' }),
  image: d.varchar({ length: 255 }),
  role: d.varchar({ length: 20 }),
  passwordHash: d.text('password_hash'),
  createdAt: d.timestamp('created_at').defaultNow(),
}));

export const accounts = createTable(
  'account',
  (d) => ({
    userId: d
      .varchar({ length: 255 })
      .notNull()
      .references(() => users.id),
    type: d.varchar({ length: 255 }).notNull(),
    provider: d.varchar({ length: 255 }).notNull(),
    providerAccountId: d.varchar({ length: 255 }).notNull(),
    refresh_token: d.text(),
    access_token: d.text(),
    expires_at: d.integer(),
    token_type: d.varchar({ length: 255 }),
    scope: d.varchar({ length: 255 }),
    id_token: d.text(),
    session_state: d.varchar({ length: 255 }),
  }),
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] }), index().on(table.userId)],
);

/** What drizzle-kit makes of it. */
export const DDL = [
  'CREATE TABLE shop_user (id varchar(255) PRIMARY KEY, name varchar(255), email varchar(255) NOT NULL, "emailVerified" timestamp, image varchar(255), role varchar(20), password_hash text, created_at timestamp DEFAULT now())',
  'CREATE TABLE shop_account ("userId" varchar(255) NOT NULL REFERENCES shop_user(id), type varchar(255) NOT NULL, provider varchar(255) NOT NULL, "providerAccountId" varchar(255) NOT NULL, refresh_token text, access_token text, expires_at integer, token_type varchar(255), scope varchar(255), id_token text, session_state varchar(255), PRIMARY KEY (provider, "providerAccountId"))',
  // Another project's, in the same database.
  'CREATE TABLE blog_user (id integer PRIMARY KEY, email text, "emailVerified" timestamp)',
];
