import type { Command } from 'commander';
import { addUsersExport } from './users/export.js';
import { addUsersIdMap } from './users/id-map.js';
import { addUsersImport } from './users/import.js';
import { addUsersSync } from './users/sync.js';
import { addUsersUndo } from './users/undo.js';
import { addUsersVerify } from './users/verify.js';

/** `users`: moving the accounts. One file a subcommand, below `users/`. @param done gets the exit code */
export function addUsers(program: Command, done: (code: number) => void): void {
  const users = program
    .command('users')
    .description('move the accounts: out of the Auth.js database, into Clerk')
    .helpCommand(false);
  addUsersExport(users, done);
  addUsersImport(users, done);
  addUsersIdMap(users, done);
  addUsersVerify(users, done);
  addUsersUndo(users, done);
  addUsersSync(users, done);
}
