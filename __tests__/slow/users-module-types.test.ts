import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { usersModule } from '../../lib/clerk/generated/users-module.js';
import { webhookRoute } from '../../lib/clerk/generated/webhook-route.js';
import { readDrizzleUsers } from '../../lib/scan/drizzle-schema.js';
import { oxcProgram } from '../../lib/scan/oxc.js';

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

/** An app's schema and client, by the name of its dialect. */
const SCHEMAS = {
  pg: `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/node-postgres';
export const db = drizzle('postgres://localhost/none');
export const user = pgTable('user', {
  id: text('id').primaryKey().$defaultFn(() => crypto.randomUUID()),
  name: text('name').notNull(),
  email: text('email').unique(),
  emailVerified: timestamp('emailVerified', { mode: 'date' }),
  image: text('image'),
});
`,
  sqlite: `import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/better-sqlite3';
export const db = drizzle(':memory:');
export const user = sqliteTable('user', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name'),
  email: text('email').notNull(),
  emailVerified: integer('emailVerified', { mode: 'timestamp_ms' }),
});
`,
  mysql: `import { mysqlTable, serial, timestamp, varchar } from 'drizzle-orm/mysql-core';
import { drizzle } from 'drizzle-orm/mysql2';
export const db = drizzle('mysql://localhost/none');
export const user = mysqlTable('user', {
  id: serial('id').primaryKey(),
  email: varchar('email', { length: 255 }),
  emailVerified: timestamp('emailVerified', { mode: 'date', fsp: 3 }),
});
`,
  mysqlText: `import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { drizzle } from 'drizzle-orm/mysql2';
export const db = drizzle('mysql://localhost/none');
export const user = mysqlTable('user', { id: varchar('id', { length: 255 }).primaryKey(), name: varchar('name', { length: 255 }) });
`,
  uuid: `import { pgTable, uuid, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/node-postgres';
export const db = drizzle('postgres://localhost/none');
export const user = pgTable('user', { id: uuid('id').primaryKey().defaultRandom(), email: text('email') });
`,
};

const EVENTS = ['createUser', 'updateUser', 'linkAccount', 'signIn'] as const;
const eventsFor = (module: string) => `import type { UserEvents } from "${module}";
export const userEvents = {
  createUser: async ({ user }) => console.log(user.id),
  updateUser({ user }) { console.log(user.id); },
  async linkAccount({ user, account }) { console.log(user.id, account.provider); },
  signIn: (message) => console.log(message.user.id),
} satisfies UserEvents;
`;

/** The files that a run generates for each schema, and whether the code sees Clerk's ids alone. */
function filesOf(schema: string, name: string, ids: 'external' | 'clerk'): Record<string, string> {
  const read = readDrizzleUsers(oxcProgram('schema.ts', schema), 'user');
  if (typeof read !== 'object') throw new Error(`${name}: ${read}`);
  const store = {
    orm: 'drizzle' as const,
    imports: [`import { db, user } from "./schema-${name}";`],
    client: 'db',
    table: 'user',
    returns: read.dialect !== 'mysql',
  };
  const table = { ...read.table, dependents: [] };
  const module = `./users-${name}-${ids}`;
  return {
    [`schema-${name}.ts`]: schema,
    [`${module}.ts`]: usersModule({
      store,
      table,
      typescript: true,
      ids,
      events: { module: `${module}-events`, names: EVENTS },
    }),
    [`${module}-events.ts`]: eventsFor(module),
    [`app-${name}-${ids}.ts`]: webhookRoute({
      router: 'app',
      typescript: true,
      module,
      onDelete: 'delete',
      hearsSignIns: true,
    }),
    [`pages-${name}-${ids}.ts`]: webhookRoute({ router: 'pages', typescript: true, module, onDelete: ['post'] }),
  };
}

// Next.js wrote `"moduleResolution": "node"` for years, and by it not all of Clerk's packages find each other's types.
it.each([
  ['as Next.js sets it now', ts.ModuleResolutionKind.Bundler],
  ['as it was set before', ts.ModuleResolutionKind.Node10],
])(
  'type-checks against @clerk/nextjs and Drizzle, whatever the table is like: modules are found %s',
  (_, resolution) => {
    expect(errorsOf(resolution)).toEqual([]);
  },
  120_000,
);

function errorsOf(moduleResolution: ts.ModuleResolutionKind): string[] {
  const files = Object.entries(SCHEMAS).flatMap(([name, schema]) => [
    ...Object.entries(filesOf(schema, name, 'external')),
    ...(name === 'pg' ? Object.entries(filesOf(schema, name, 'clerk')) : []),
  ]);
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'users-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const program = ts.createProgram([...new Set(files.map(([name]) => join(folder, name)))], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      noUncheckedIndexedAccess: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution,
      ignoreDeprecations: '6.0',
      types: ['node'],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .filter(({ file }) => file?.fileName.startsWith(folder))
      .map(
        ({ file, start = 0, messageText }) =>
          `${file!.fileName.slice(folder.length)}:${file!.getLineAndCharacterOfPosition(start).line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
