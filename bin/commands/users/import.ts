import { Option, type Command } from 'commander';
import type { ImportFlags } from '../../../lib/users/import/command.js';
import { isAttended, streams } from '../../streams.js';
import { clerkOptions } from './clerk-options.js';
import { keepHeapSmall } from './small-heap.js';

/** `users import`: a users file into Clerk. @param done gets the exit code */
export function addUsersImport(users: Command, done: (code: number) => void): void {
  const command = users
    .command('import')
    .description('create the users of a file at Clerk, each once')
    .argument('<file>', 'users.json as in Clerk’s guide, NDJSON, CSV, or an errors file of an earlier import')
    .option('-d, --dry-run', 'say what would happen, and write nothing')
    .option('-y, --yes', 'do it without asking')
    .option('--allow-partial', 'import the others where records are rejected')
    .option('--resume', 'continue the import whose journal is in --out-dir')
    .option('--allow-dev', 'import to a development instance (IMPORT_TO_DEV_INSTANCE=true does the same)')
    .addOption(
      new Option('--on-conflict <what>', 'with a user who is there already by externalId (default: skip)').choices([
        'skip',
        'update',
        'fail',
      ]),
    )
    .option('--link-by-email', 'give the externalId to the account that holds the address, if both hold it verified')
    .option('--reserve-unverified', 'create unverified addresses as reserved: usable, and nobody else’s')
    .option('--out-dir <dir>', 'where the journal, the id map and the errors go', '.')
    .addOption(new Option('--format <name>', 'of what is printed').choices(['text', 'json']).default('text'));
  clerkOptions(command).action(async (path: string, flags: ImportFlags) => {
    keepHeapSmall();
    const { importUsers } = await import('../../../lib/users/import/command.js');
    const options = { ...flags, path, cwd: process.cwd(), args: process.argv.slice(2), isAttended: isAttended() };
    done(await importUsers(options, await streams({ color: true }, flags.format === 'text')));
  });
}
