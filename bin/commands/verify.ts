import type { Command } from 'commander';
import type { VerifyOptions } from '../../lib/verify/options.js';
import { collectWhole, offering } from '../arguments.js';
import { streams } from '../streams.js';

type Flags = Omit<VerifyOptions, 'cwd' | 'app' | 'paths' | 'facts'> & {
  readonly path: readonly string[];
  readonly fact: readonly string[];
  readonly color: boolean;
};

/** `verify`: the app before and after, request by request. @param done gets the exit code */
export function addVerify(program: Command, done: (code: number) => void): void {
  program
    .command('verify')
    .description('the app before and after, request by request')
    .argument('[app]', 'the app whose routes are asked', '.')
    .option('--before <address|command>', 'the app with Auth.js: where it runs, or what starts it on PORT')
    .option('--after <address|command>', 'the app with Clerk')
    .option('--path <path>', 'ask this path, in place of the app’s own routes (repeatable)', collectWhole, [])
    .option('--cookie-before <header>', 'the Cookie header of a signed-in person, or @file')
    .option('--cookie-after <header>', 'the same person’s with Clerk, or @file')
    .option('--token-before <token>', 'a token for Authorization: Bearer in its place, or @file')
    .option('--token-after <token>', 'the same for Clerk: a session token, or @file')
    .option('--fact <text>', 'a text that both have to answer, or neither (repeatable)', collectWhole, [])
    .option('--sign-in <path>', 'a page where people sign in, besides the usual ones (repeatable)', collectWhole, [])
    .option('--allow-writes', 'ask with methods other than GET and HEAD too', false)
    .addOption(offering('--format <name>', 'of what is printed', ['pretty', 'json', 'markdown']).default('pretty'))
    .option('--no-color', 'print without colours (NO_COLOR does the same)')
    .action(async (app: string, { path, fact, color, ...flags }: Flags) => {
      const { verify } = await import('../../lib/verify/verify.js');
      const options = { ...flags, app, paths: path, facts: fact, cwd: process.cwd() };
      done(await verify(options, await streams({ color }, false)));
    });
}
