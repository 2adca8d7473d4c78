import { Command, CommanderError } from 'commander';
import { TOOL } from '../lib/tool.js';
import { oneLine } from './arguments.js';
import { addCheck } from './commands/check.js';
import { addCompletion } from './commands/completion.js';
import { addExplain } from './commands/explain.js';
import { addList } from './commands/list.js';
import { addRun } from './commands/run.js';
import { addUsers } from './commands/users.js';
import { addVerify } from './commands/verify.js';
import { BAD_INPUT, failed } from './failures.js';

/**
 * The command line: arguments in, exit code out. Each command loads what it needs, and no more.
 * @param args without node and the script
 */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  // The libraries that colour read it when they are loaded.
  if (args.includes('--no-color')) process.env['NO_COLOR'] = '1';
  const program = commands((result) => void (code = result));
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT;
    return failed(error);
  }
  return code;
}

/** Every command, each in a file of its own. @param done gets the exit code */
export function commands(done: (code: number) => void): Command {
  const program = new Command(TOOL.name)
    .description(TOOL.description)
    .version(TOOL.version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  addRun(program, done, BAD_INPUT);
  addCheck(program, done);
  addList(program);
  addExplain(program, done);
  addVerify(program, done);
  addUsers(program, done);
  addCompletion(program, 'run');
  return program;
}
