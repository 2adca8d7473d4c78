/** Exit codes: 0 done or clean, 1 done with errors or leftovers, 2 bad usage or bad input. */
export const BAD_INPUT = 2;

/** Says what went wrong, bad input in one line. @returns the exit code */
export function failed(error: unknown): number {
  if (error instanceof Error && error.name === 'BadInput') {
    process.stderr.write(`${error.message}\n`);
    return BAD_INPUT;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
