import { join } from 'node:path';
import type { ExampleApp } from './apps/app.js';
import { authjsCookies } from './authjs-cookies.js';
import { fakeClerk } from './clerk/fake.js';
import { claimsOf } from './migrate.js';
import { PEOPLE } from './people.js';
import type { Side } from './record.js';
import { appAfter, appBefore, serving, underAuthjs, underClerk } from './serving.js';
import { authjsSide, clerkSide } from './sides.js';

/** Both sides of an app, answering at the same time. */
export interface Pair {
  readonly before: Side;
  readonly after: Side;
}

/**
 * Starts both built copies of an app side by side, each with its data as at the beginning.
 * @param folder what `runApp` built them in
 */
export async function withPair<T>(app: ExampleApp, folder: string, work: (pair: Pair) => Promise<T>): Promise<T> {
  const before = appBefore(app, join(folder, 'before'));
  const after = appAfter(app, join(folder, 'after'));
  const cookies = await authjsCookies(app, before.dir, PEOPLE);
  const clerk = await fakeClerk(claimsOf(after.dir));
  try {
    return await serving(app, before, underAuthjs, ({ base }) =>
      serving(app, after, underClerk(clerk.apiUrl), (server) =>
        work({ before: authjsSide(base, cookies), after: clerkSide(server, clerk) }),
      ),
    );
  } finally {
    await clerk.close();
  }
}
