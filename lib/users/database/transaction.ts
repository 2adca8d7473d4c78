import type { Database } from './types.js';

/** Begins, does the work, commits; rolls back where the work throws, and throws that on. */
export async function inTransaction<Result>(
  database: Pick<Database, 'run'>,
  begin: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  for (const statement of begin) await database.run(statement);
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    // The work's error says what happened; a rollback that fails too (the connection is gone) would hide it.
    await database.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await database.run('COMMIT');
  return result;
}
