/** Told of a part of the run that is over: what was done, what it came to, and how long it took (ms). */
export type Phases = (done: string, counts: string, ms: number) => void;

/** Does a part of the run, and tells of it. @param counts what it came to, in words */
export function phase<Result>(
  phases: Phases | undefined,
  done: string,
  work: () => Result,
  counts: (result: Result) => string,
): Result {
  const started = performance.now();
  const result = work();
  phases?.(done, counts(result), performance.now() - started);
  return result;
}

/** The same for a part that is waited for. */
export async function phaseAsync<Result>(
  phases: Phases | undefined,
  done: string,
  work: () => Promise<Result>,
  counts: (result: Result) => string,
): Promise<Result> {
  const started = performance.now();
  const result = await work();
  phases?.(done, counts(result), performance.now() - started);
  return result;
}

/** The lines of --verbose. @param write to stderr, where nobody reads the report */
export const phaseLines =
  (write: (text: string) => void): Phases =>
  (done, counts, ms) =>
    write(`${done.padEnd(9)} ${(ms / 1000).toFixed(2).padStart(6)} s  ${counts}\n`);
