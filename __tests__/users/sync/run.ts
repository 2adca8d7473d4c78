import { syncUsers, type SyncFlags } from '../../../lib/users/sync/command.js';
import type { Ended, Sandbox } from '../import/sandbox.js';

/** `users sync` within this process. */
export const runSync = (box: Sandbox, databaseUrl: string, flags: Partial<SyncFlags> = { yes: true }): Promise<Ended> =>
  box.run((output) =>
    syncUsers(
      {
        cwd: box.folder,
        app: '.',
        databaseUrl,
        map: [],
        outDir: '.',
        args: ['users', 'sync'],
        isAttended: false,
        rate: 10_000,
        timeout: 5,
        patience: 2,
        ...flags,
      },
      output,
    ),
  );
