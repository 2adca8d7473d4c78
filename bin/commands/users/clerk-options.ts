import type { Command } from 'commander';
import { wholeNumber } from '../../arguments.js';

/** The options of every command that talks to Clerk. */
export const clerkOptions = (command: Command): Command =>
  command
    .option('--rate <n>', 'requests in 10 seconds (default: what Clerk allows, 1000, or 100 for development)', positive)
    .option('--timeout <seconds>', 'how long one answer may take', positive, 30)
    .option('--patience <seconds>', 'how long an outage is sat out', positive, 60);

/** @throws {InvalidArgumentError} */
function positive(value: string): number {
  return Math.max(wholeNumber(value), 1);
}
