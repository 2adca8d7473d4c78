import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { connect, type Connection } from '../clerk/settings.js';
import { openUsersFile } from '../read/index.js';
import { firstPass, type FirstPass, type Reject } from './first-pass.js';
import { JOURNAL_NAME } from './journal-lines.js';
import { readJournal, type JournalState } from './journal-reader.js';
import { lock } from './lock.js';
import { plan, unsettled } from './planning.js';
import { USUAL_POLICY, type Policy } from './policy.js';
import { exactCommand, previewText, type Preview } from './preview.js';
import { countLine, ERRORS_NAME, type Counts } from './results.js';
import { carryOut, type Ending } from './run.js';

export interface ImportFlags extends Partial<Policy> {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly allowPartial?: boolean;
  readonly resume?: boolean;
  readonly allowDev?: boolean;
  readonly outDir: string;
  readonly format: 'text' | 'json';
  /** Requests in ten seconds. */
  readonly rate?: number;
  /** Seconds for one answer. */
  readonly timeout?: number;
  /** Seconds for which an outage is sat out. */
  readonly patience?: number;
}

export interface ImportOptions extends ImportFlags {
  readonly cwd: string;
  /** The users file. */
  readonly path: string;
  /** The command line, to be shown with `--yes` added. */
  readonly args: readonly string[];
  readonly isAttended: boolean;
  /** What continues an import that was stopped; --resume unless said otherwise. */
  readonly onceMore?: string;
}

/**
 * `users import`: reads the whole file, asks the instance about every record, shows what would happen, and does it when
 * told to.
 * @returns the exit code
 * @throws {BadInput} before anything was sent that writes
 */
export async function importUsers(options: ImportOptions, output: Output): Promise<number> {
  const ending = await importFile(options, output).catch((error: unknown) => {
    // Who reads JSON gets one object, whatever happens.
    if (options.format === 'json' && error instanceof BadInput) {
      output.out(`${JSON.stringify({ refused: error.message })}\n`);
    }
    throw error;
  });
  if (ending.problem !== undefined) output.err(`${ending.problem}\n`);
  output.out(options.format === 'text' ? textOf(ending) : `${JSON.stringify(jsonOf(ending))}\n`);
  return ending.code;
}

/** An ending that has not come to writing has the rejects, and no counts where it was refused. */
export interface ImportEnding extends Omit<Ending, 'counts'> {
  counts?: Counts;
  isDryRun?: true;
  rejects?: ReadonlyMap<number, Reject>;
}

const textOf = ({ counts }: ImportEnding): string => (counts === undefined ? '' : `${countLine(counts)}\n`);

function jsonOf({ counts, isDryRun, problem, left, rejects }: ImportEnding): object {
  const listed = rejects === undefined ? {} : { rejects: rejectList(rejects) };
  if (counts === undefined) return { refused: problem, ...listed };
  return { ...(isDryRun === true ? { dryRun: true } : {}), ...counts, ...(left > 0 ? { left } : {}), ...listed };
}

/** The import itself; what it has to say goes to the output, but for how it ended. @throws {BadInput} */
export async function importFile(options: ImportOptions, output: Output): Promise<ImportEnding> {
  const say = options.format === 'text' ? output.out : output.note;
  const outDir = outDirOf(options);
  const journalPath = join(outDir, JOURNAL_NAME);
  const hasJournal = existsSync(journalPath);
  if (hasJournal && options.resume !== true && options.dryRun !== true) {
    throw new BadInput(
      `${journalPath} is the journal of an earlier import: continue it with --resume, or choose another --out-dir`,
    );
  }
  const file = await openUsersFile(resolve(options.cwd, options.path));
  if (resolve(file.path) === join(outDir, ERRORS_NAME)) {
    throw new BadInput(`${options.path} is where this import writes its own errors: choose another --out-dir`);
  }
  const release = options.dryRun === true ? () => {} : lock(journalPath);
  try {
    const pass = await firstPass(file);
    const connection = await connect(options);
    const state = hasJournal && options.resume === true ? await readJournal(journalPath) : undefined;
    if (state !== undefined) fits(state, pass, connection, journalPath);
    const policy = policyOf(options, state);
    const { preview, decisions } = await plan(options, pass, connection, policy, state, output);
    say(previewText(preview));
    const { expected, rejects } = preview;
    if (options.dryRun === true) {
      return {
        counts: expected,
        isDryRun: true,
        rejects,
        left: 0,
        problem: undefined,
        code: expected.failed > 0 ? 1 : 0,
      };
    }
    const refusal = await refusalOf(options, connection, preview, output);
    if (refusal !== undefined) return { rejects, left: pass.total, problem: refusal, code: 2 };
    return await carryOut({
      outDir,
      journalPath,
      state,
      pass,
      connection,
      policy,
      decisions,
      rejects,
      records: unsettled(pass, state),
      isAttended: options.isAttended && options.format === 'text',
      onceMore: options.onceMore ?? 'run it again with --resume',
      output,
    });
  } finally {
    release();
  }
}

function outDirOf({ cwd, outDir }: ImportOptions): string {
  const folder = resolve(cwd, outDir);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BadInput(`--out-dir: there is no folder ${folder}`);
  return folder;
}

/** @throws {BadInput} where the journal is of another file or instance, or was taken back */
function fits({ header, undone }: JournalState, pass: FirstPass, connection: Connection, path: string): void {
  if (undone) throw new BadInput(`the import of ${path} was undone: choose another --out-dir for a new one`);
  if (header.instance !== connection.instance) {
    throw new BadInput(`${path} is of instance ${header.instance}, and CLERK_SECRET_KEY is of ${connection.instance}`);
  }
  if (header.sha256 !== pass.sha256) {
    throw new BadInput(`${pass.file.path} is not the file that ${path} began with: it was changed, or is another one`);
  }
}

/** What the command line says, else what the import began with. */
function policyOf(options: ImportOptions, state: JournalState | undefined): Policy {
  const usual = state?.header.policy ?? USUAL_POLICY;
  return {
    onConflict: options.onConflict ?? usual.onConflict,
    linkByEmail: options.linkByEmail ?? usual.linkByEmail,
    reserveUnverified: options.reserveUnverified ?? usual.reserveUnverified,
  };
}

const rejectList = (rejects: Preview['rejects']): object[] =>
  [...rejects]
    .sort(([a], [b]) => a - b)
    .map(([record, { userId, code, reason }]) => ({ record, userId, code, reason }));

/** Why nothing is written; undefined where somebody said yes. */
async function refusalOf(
  options: ImportOptions,
  { isDevelopment }: Connection,
  { rejects }: Preview,
  output: Output,
): Promise<string | undefined> {
  if (isDevelopment && options.allowDev !== true && process.env['IMPORT_TO_DEV_INSTANCE'] !== 'true') {
    return 'the key is of a development instance, whose users can’t move to production: if that is meant, --allow-dev';
  }
  if (rejects.size > 0 && options.allowPartial !== true) {
    return `${rejects.size} of the records would be rejected, so nothing was written: mend them, or import the others with --allow-partial`;
  }
  if (options.yes === true) return undefined;
  if (output.confirm === undefined) return `nothing was written; to do it: ${exactCommand([...options.args, '--yes'])}`;
  return (await output.confirm('Import them?')) ? undefined : 'nothing was written';
}
