/** What a person writes by hand where no ORM is known, by the adapter's name: the tables are those of Auth.js's own docs. */
const TABLES: Readonly<Record<string, string>> = {
  SupabaseAdapter: 'next_auth.users',
  KyselyAdapter: '"User"',
  PrismaAdapter: '"User"',
  TypeORMAdapter: 'users',
  MikroOrmAdapter: 'users',
};

/** Adapters whose databases speak no SQL, with what does the same there. */
const OTHERS: Readonly<Record<string, string>> = {
  MongoDBAdapter:
    'db.collection("users").updateOne({ email }, { $set: { name, image }, $setOnInsert: { email, emailVerified: new Date() } }, { upsert: true })',
};

/**
 * The statement that writes a user's row, once or again.
 * @param adapter the function's name in the set-up
 */
export function sqlFor(adapter: string): string {
  const other = OTHERS[adapter];
  if (other !== undefined) return other;
  return `INSERT INTO ${TABLES[adapter] ?? 'users'} (id, name, email, "emailVerified", image) VALUES ($1, $2, $3, now(), $4) ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, image = excluded.image, where $1 is externalId ?? id of Clerk’s user; leave id out where the database makes it, and set externalId to it by users.updateUser()`;
}
