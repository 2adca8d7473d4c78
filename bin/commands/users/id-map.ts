import type { Command } from 'commander';
import type { IdMapFlags } from '../../../lib/users/id-map/command.js';
import { collectWhole } from '../../arguments.js';
import { streams } from '../../streams.js';

/** `users id-map`: Clerk's ids into the app's own database. @param done gets the exit code */
export function addUsersIdMap(users: Command, done: (code: number) => void): void {
  users
    .command('id-map')
    .description('rewrite the users’ ids in the app’s database to Clerk’s, along its foreign keys')
    .argument('<map>', 'id-map.ndjson, as users import writes it')
    .option('--database-url <url>', 'the database (default: the address in the app’s environment)')
    .option(
      '--column <table.column>',
      'a column with users’ ids that has no foreign key (repeatable)',
      collectWhole,
      [],
    )
    .option('-d, --dry-run', 'print the counts of each column, and write nothing')
    .option('--sql <file>', 'write the rewrite as SQL instead of running it')
    .option('--rollback <file>', 'write the way back as SQL (default of a direct run: id-map-rollback.sql)')
    .option('-y, --yes', 'do it without asking')
    .option('--allow-missing', 'leave the ids of users who have no entry as they are')
    .option('--allow-triggers', 'rewrite although updates run triggers')
    .option('--users-table <name>', 'the table that holds the users, where it can’t be found')
    .action(async (path: string, flags: IdMapFlags) => {
      const { mapIds } = await import('../../../lib/users/id-map/command.js');
      const options = { ...flags, path, cwd: process.cwd(), args: process.argv.slice(2) };
      done(await mapIds(options, await streams({ color: true }, true)));
    });
}
