import type { AuthAdapter } from './auth-people.js';

/** Loads one of Auth.js's adapters without its types: they bring those of the DOM along, for the whole program. */
async function load<Make>(name: string, exported: string): Promise<Make> {
  const loaded = (await import(name)) as Record<string, Make>;
  return loaded[exported]!;
}

export const drizzleAdapter = async (db: unknown, tables: object): Promise<AuthAdapter> =>
  (await load<(db: unknown, tables: object) => AuthAdapter>('@auth/drizzle-adapter', 'DrizzleAdapter'))(db, tables);

export const pgAdapter = async (pool: unknown): Promise<AuthAdapter> =>
  (await load<(pool: unknown) => AuthAdapter>('@auth/pg-adapter', 'default'))(pool);

/** @param client of the driver for MongoDB, whose address names the database */
export const mongoAdapter = async (client: unknown): Promise<AuthAdapter> =>
  (await load<(client: unknown) => AuthAdapter>('@auth/mongodb-adapter', 'MongoDBAdapter'))(client);
