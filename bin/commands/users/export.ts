import type { Command } from 'commander';
import type { ExportFlags } from '../../../lib/users/export/options.js';
import { collectWhole, offering } from '../../arguments.js';
import { streams } from '../../streams.js';

/** `users export`: the Auth.js database into a users file. @param done gets the exit code */
export function addUsersExport(users: Command, done: (code: number) => void): void {
  users
    .command('export')
    .description('write the users of the Auth.js database into a file')
    .argument('[app]', 'the app’s folder: its env files, its Prisma or Drizzle schema', '.')
    .option('--database-url <url>', 'the database (default: the address in the app’s environment)')
    .option('--out <file>', 'the file to write (default: users.json, users.ndjson or users.csv)')
    .addOption(offering('--format <name>', 'of the file', ['json', 'ndjson', 'csv', 'clerk-migrate']).default('json'))
    .option('--map <column=field>', 'carry a column: role=publicMetadata.role (repeatable)', collectWhole, [])
    .option('--trust-emails', 'mark every address as verified, whatever the database says')
    .option('--users-table <name>', 'the table that holds the users, where it can’t be found')
    .option('--accounts-table <name>', 'the table that holds the linked accounts, where it can’t be found')
    .action(async (app: string, flags: ExportFlags) => {
      const { exportUsers } = await import('../../../lib/users/export/command.js');
      done(await exportUsers({ ...flags, app, cwd: process.cwd() }, await streams({ color: true }, false)));
    });
}
