import { Option, type Command } from 'commander';
import type { VerifyFlags } from '../../../lib/users/verify.js';
import { isAttended, streams } from '../../streams.js';
import { clerkOptions } from './clerk-options.js';
import { keepHeapSmall } from './small-heap.js';

/** `users verify`: the file against the instance. @param done gets the exit code */
export function addUsersVerify(users: Command, done: (code: number) => void): void {
  const command = users
    .command('verify')
    .description('hold a users file against what Clerk has')
    .argument('<file>', 'the file that was imported')
    .addOption(new Option('--format <name>', 'of what is printed').choices(['text', 'json']).default('text'));
  clerkOptions(command).action(async (path: string, flags: VerifyFlags) => {
    keepHeapSmall();
    const { verifyUsers } = await import('../../../lib/users/verify.js');
    const options = { ...flags, path, cwd: process.cwd(), isAttended: isAttended() };
    done(await verifyUsers(options, await streams({ color: true }, false)));
  });
}
