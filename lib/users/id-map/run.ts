import type { Database } from '../database/types.js';
import type { RewritePlan } from './plan.js';
import { rewriteSteps, SESSION, type StepOptions } from './steps.js';
import { numberOf } from './survey.js';

/** A check that did not hold; the transaction was rolled back. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/**
 * Rewrites the ids in one transaction. The tables of the map have to be there.
 * @throws {CheckFailed} and the driver's own error; either way nothing is changed
 */
export async function rewrite(database: Database, plan: RewritePlan, options: StepOptions): Promise<void> {
  for (const sql of SESSION[database.dialect].before) await database.run(sql);
  await database.transaction('read write', async () => {
    for (const step of rewriteSteps(database.dialect, plan, options)) {
      if ('sql' in step) await database.run(step.sql);
      else if ((await numberOf(database, step.violations)) !== 0) throw new CheckFailed(step.problem);
    }
  });
}
