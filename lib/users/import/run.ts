import { join } from 'node:path';
import type { Output } from '../../runner/options.js';
import { Unanswered, WrongKey } from '../clerk/errors.js';
import type { Connection } from '../clerk/settings.js';
import { progress } from '../progress.js';
import type { FirstPass, NumberedRecord, Reject } from './first-pass.js';
import { Journal, JournalFailure } from './journal.js';
import type { Outcome } from './journal-lines.js';
import type { JournalState } from './journal-reader.js';
import type { Decision } from './plan.js';
import type { Policy } from './policy.js';
import { plural } from './preview.js';
import { countOf, ERRORS_NAME, ID_MAP_NAME, writeErrors, writeIdMap, type Counts } from './results.js';
import { Hopeless, work } from './work.js';

export interface RunTask {
  outDir: string;
  journalPath: string;
  /** Of an earlier run that is continued. */
  state: JournalState | undefined;
  pass: FirstPass;
  connection: Connection;
  policy: Policy;
  decisions: ReadonlyMap<number, Decision>;
  /** Those of the file and of the check, that the journal does not have yet. */
  rejects: ReadonlyMap<number, Reject>;
  records: AsyncIterable<NumberedRecord>;
  isAttended: boolean;
  /** How a stopped import is continued: `run it again with --resume`. */
  onceMore: string;
  output: Output;
}

/** How the import ended. */
export interface Ending {
  /** Of the records that are settled. */
  counts: Counts;
  /** Records that are not. */
  left: number;
  /** One line on what stopped it. */
  problem: string | undefined;
  /** The exit code. */
  code: number;
}

const INTERRUPTED = 130;

/** Carries the plan out, and writes the id map and the errors, also when it is stopped half-way. */
export async function carryOut(task: RunTask): Promise<Ending> {
  const { pass, connection, policy, state, rejects, output, journalPath } = task;
  const resumeLine = (left: number): string => `${plural(left, 'record')} left, nothing is lost: ${task.onceMore}`;
  const journal =
    state === undefined
      ? await Journal.create(journalPath, {
          instance: connection.instance,
          apiUrl: connection.apiUrl,
          file: pass.file.path,
          sha256: pass.sha256,
          records: pass.total,
          startedAt: new Date().toISOString(),
          policy,
        })
      : await Journal.reopen(journalPath, state.length);
  const outcomes = new Map(state?.outcomes);
  const interruption = new Interruption(output);
  const bar = await progress('importing', pass.total - outcomes.size, task.isAttended, output.note);
  let problem: string | undefined;
  let code: number;
  try {
    await noteRejects(journal, rejects, pass, outcomes);
    await work({
      ...task,
      journal,
      api: connection.api,
      begun: state?.begun ?? new Map(),
      signal: interruption.signal,
      settled: (number, outcome) => {
        outcomes.set(number, outcome);
        bar.advance(1);
      },
    });
    code = interruption.signal.aborted ? INTERRUPTED : 0;
    if (code !== 0) problem = `interrupted; ${resumeLine(pass.total - outcomes.size)}`;
  } catch (error) {
    problem = `${stopReason(error)}; ${resumeLine(pass.total - outcomes.size)}`;
    code = 1;
  } finally {
    bar.end();
    interruption.end();
    await journal.close().catch(() => {});
  }
  const counts = countOf(outcomes.values());
  const unwritten = await writeResults(task, outcomes);
  // Whatever stopped the import is what a person has to see to first.
  problem ??= unwritten;
  if (code === 0 && (counts.failed > 0 || problem !== undefined)) code = 1;
  return { counts, left: pass.total - outcomes.size, problem, code };
}

/** Those of the file go first; the check's are settled in their turn. */
async function noteRejects(
  journal: Journal,
  rejects: ReadonlyMap<number, Reject>,
  pass: FirstPass,
  outcomes: Map<number, Outcome & { id?: string }>,
): Promise<void> {
  const fresh = [...rejects].filter(([number]) => pass.rejects.has(number));
  const settled = fresh.map(([number, { userId, code, reason }]) => {
    const outcome = { ...(userId === undefined ? {} : { id: userId }), is: 'failed' as const, code, reason };
    return { number, outcome };
  });
  await journal.append(...settled.map(({ number, outcome }) => ({ n: number, ...outcome })));
  for (const { number, outcome } of settled) outcomes.set(number, outcome);
}

async function writeResults(
  { outDir, pass, onceMore }: RunTask,
  outcomes: Map<number, Outcome & { id?: string }>,
): Promise<string | undefined> {
  try {
    writeIdMap(join(outDir, ID_MAP_NAME), outcomes);
    await writeErrors(join(outDir, ERRORS_NAME), pass.file, outcomes);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the id map and the errors can’t be written: ${reason}; the journal has it all: ${onceMore}`;
  }
}

function stopReason(error: unknown): string {
  if (error instanceof Unanswered) return `Clerk can’t be reached: ${error.message}`;
  if (error instanceof WrongKey) return `Clerk takes the key no more: ${error.message}`;
  if (error instanceof JournalFailure || error instanceof Hopeless) return error.message;
  if (error instanceof Error && error.name === 'BadInput') return error.message;
  throw error;
}

/** The first Ctrl+C lets what is under way end, the second one does not wait for it. */
class Interruption {
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;
  readonly #listener: () => void;

  constructor(output: Output) {
    this.#listener = () => {
      if (this.signal.aborted) process.exit(INTERRUPTED);
      output.note('stopping when the requests that are under way have been answered; press again not to wait\n');
      this.#controller.abort();
    };
    process.on('SIGINT', this.#listener);
    process.on('SIGTERM', this.#listener);
  }

  end(): void {
    process.off('SIGINT', this.#listener);
    process.off('SIGTERM', this.#listener);
  }
}
