import { BadInput } from '../../project/types.js';
import { Refused, Unanswered, WrongKey } from './errors.js';

/**
 * Asks Clerk before anything is written: what goes wrong then is one line, and ends the command.
 * @throws {BadInput}
 */
export async function asked<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Unanswered || error instanceof WrongKey || error instanceof Refused)) throw error;
    throw new BadInput(`Clerk could not be asked, and nothing was written: ${error.message}`);
  }
}
