import type { Command } from 'commander';
import type { SyncFlags } from '../../../lib/users/sync/command.js';
import { collectWhole } from '../../arguments.js';
import { isAttended, streams } from '../../streams.js';
import { clerkOptions } from './clerk-options.js';
import { keepHeapSmall } from './small-heap.js';

/** `users sync`: who is new or changed since the last one. @param done gets the exit code */
export function addUsersSync(users: Command, done: (code: number) => void): void {
  const command = users
    .command('sync')
    .description('export and import who is new or changed since the last sync')
    .argument('[app]', 'the app’s folder: its env files, its Prisma or Drizzle schema', '.')
    .option('--database-url <url>', 'the database (default: the address in the app’s environment)')
    .option('--map <column=field>', 'carry a column, as users export does (repeatable)', collectWhole, [])
    .option('--trust-emails', 'take every address for verified, whatever the database says')
    .option('--users-table <name>', 'the table that holds the users, where it can’t be found')
    .option('--accounts-table <name>', 'the table that holds the linked accounts, where it can’t be found')
    .option('-d, --dry-run', 'say what would happen, and write nothing to Clerk')
    .option('-y, --yes', 'do it without asking')
    .option('--allow-dev', 'sync to a development instance (IMPORT_TO_DEV_INSTANCE=true does the same)')
    .option('--link-by-email', 'give the externalId to the account that holds the address, if both hold it verified')
    .option('--reserve-unverified', 'create unverified addresses as reserved: usable, and nobody else’s')
    .option('--out-dir <dir>', 'where the state and the id map go', '.');
  clerkOptions(command).action(async (app: string, flags: SyncFlags) => {
    keepHeapSmall();
    const { syncUsers } = await import('../../../lib/users/sync/command.js');
    const options = { ...flags, app, cwd: process.cwd(), args: process.argv.slice(2), isAttended: isAttended() };
    done(await syncUsers(options, await streams({ color: true }, true)));
  });
}
