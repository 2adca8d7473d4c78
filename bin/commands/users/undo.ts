import type { Command } from 'commander';
import type { UndoFlags } from '../../../lib/users/undo.js';
import { isAttended, streams } from '../../streams.js';
import { clerkOptions } from './clerk-options.js';
import { keepHeapSmall } from './small-heap.js';

/** `users undo`: takes an import back. @param done gets the exit code */
export function addUsersUndo(users: Command, done: (code: number) => void): void {
  const command = users
    .command('undo')
    .description('delete the users that an import created')
    .argument('<journal>', 'its users-import.journal.ndjson')
    .option('-d, --dry-run', 'say who would be deleted, and delete nobody')
    .option('-y, --yes', 'do it without asking');
  clerkOptions(command).action(async (path: string, flags: UndoFlags) => {
    keepHeapSmall();
    const { undoImport } = await import('../../../lib/users/undo.js');
    const options = { ...flags, path, cwd: process.cwd(), args: process.argv.slice(2), isAttended: isAttended() };
    done(await undoImport(options, await streams({ color: true }, true)));
  });
}
