/**
 * What tells that an app keeps rows of its own: ORMs before the drivers below them, so that the one that the app's code speaks is named.
 * Caches and queues (redis, upstash …) don't count: nothing there holds a user's id for good.
 */
export const DATABASES: readonly string[] = [
  '@prisma/client',
  'prisma',
  'drizzle-orm',
  'typeorm',
  'mongoose',
  '@mikro-orm/core',
  'sequelize',
  'kysely',
  'objection',
  'knex',
  '@supabase/supabase-js',
  '@supabase/ssr',
  'firebase-admin',
  'convex',
  'mongodb',
  'pg',
  'postgres',
  'mysql2',
  'mysql',
  'better-sqlite3',
  'sqlite3',
  '@libsql/client',
  '@planetscale/database',
  '@vercel/postgres',
  '@neondatabase/serverless',
  '@aws-sdk/lib-dynamodb',
  '@aws-sdk/client-dynamodb',
  'neo4j-driver',
  'surrealdb',
  'mssql',
  'oracledb',
  'cassandra-driver',
  'faunadb',
  'pouchdb',
  'edgedb',
  'gel',
];

/** The packages that Auth.js publishes its adapters as, v4 and v5. */
export const ADAPTER = /^@(?:next-auth|auth)\/[a-z\d-]+-adapter$/;
