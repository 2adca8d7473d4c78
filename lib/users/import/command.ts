import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { connect, type Connection } from '../clerk/settings.js';
import { progress } from '../progress.js';
import { openUsersFile } from '../read/index.js';
import { checkAll } from './check.js';
import { firstPass, goodRecords, type FirstPass, type NumberedRecord, type Reject } from './first-pass.js';
import { JOURNAL_NAME, readJournal, type JournalState } from './journal.js';
import { lock } from './lock.js';
import type { Decision } from './plan.js';
import { USUAL_POLICY, type Policy } from './policy.js';
import { exactCommand, previewText, type Preview } from './preview.js';
import { readRequirements, type Requirements } from './requirements.js';
import { countLine, countOf, ERRORS_NAME, type Counts, type Outcomes } from './results.js';
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
}

/**
 * `users import`: reads the whole file, asks the instance about every record, shows what would happen, and does it when
 * told to.
 * @returns the exit code
 * @throws {BadInput} before anything was sent that writes
 */
export async function importUsers(options: ImportOptions, output: Output): Promise<number> {
  const isText = options.format === 'text';
  const say = isText ? output.out : output.note;
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
    if (options.dryRun === true) return dryRun(preview, isText, output);
    const refusal = await refusalOf(options, connection, preview, output);
    if (refusal !== undefined) {
      output.err(`${refusal}\n`);
      if (!isText) output.out(`${JSON.stringify({ refused: refusal, rejects: rejectList(preview.rejects) })}\n`);
      return 2;
    }
    const ending = await carryOut({
      outDir,
      journalPath,
      state,
      pass,
      connection,
      policy,
      decisions,
      rejects: preview.rejects,
      records: unsettled(pass, state),
      isAttended: options.isAttended && isText,
      output,
    });
    return conclude(ending, isText, output);
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

async function* unsettled(pass: FirstPass, state: JournalState | undefined): AsyncGenerator<NumberedRecord> {
  for await (const record of goodRecords(pass)) if (state?.outcomes.has(record.number) !== true) yield record;
}

async function plan(
  options: ImportOptions,
  pass: FirstPass,
  connection: Connection,
  policy: Policy,
  state: JournalState | undefined,
  output: Output,
): Promise<{ preview: Preview; decisions: Map<number, Decision> }> {
  const remarks: string[] = [];
  const needs = await needsOf(connection, remarks);
  if (connection.isDevelopment && pass.total > 100) {
    remarks.push('a development instance usually takes 100 users: Clerk decides');
  }
  const bar = await progress(
    'asking Clerk who is there',
    pass.total - pass.rejects.size - (state?.outcomes.size ?? 0),
    options.isAttended,
    output.note,
  );
  const decisions = await checkAll({
    api: connection.api,
    records: unsettled(pass, state),
    policy,
    needs,
    begun: state?.begun ?? new Map(),
    checked: bar.advance,
  });
  bar.end();
  const rejects = new Map<number, Reject>([...pass.rejects].filter(([number]) => state?.outcomes.has(number) !== true));
  for (const [number, decision] of decisions) if (decision.do === 'reject') rejects.set(number, decision);
  const settled = state?.outcomes.size ?? 0;
  const expected = expectedCounts(pass, decisions, rejects, state?.outcomes ?? new Map());
  return { preview: { pass, connection, decisions, rejects, expected, settled, remarks }, decisions };
}

async function needsOf({ frontendApi }: Connection, remarks: string[]): Promise<Requirements | undefined> {
  if (frontendApi === undefined) {
    remarks.push(
      'what the instance requires is not known: NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY is not set; Clerk decides record by record',
    );
    return undefined;
  }
  const needs = await readRequirements(frontendApi);
  if (typeof needs !== 'string') return needs;
  remarks.push(
    `what the instance requires can’t be read from ${frontendApi} (${needs}); Clerk decides record by record`,
  );
  return undefined;
}

function expectedCounts(
  pass: FirstPass,
  decisions: ReadonlyMap<number, Decision>,
  rejects: ReadonlyMap<number, Reject>,
  outcomes: Outcomes,
): Counts {
  const counts = countOf(outcomes.values());
  const rest = pass.total - counts.read;
  for (const { do: what } of decisions.values()) {
    if (what === 'update' || what === 'link') counts.updated += 1;
    else if (what === 'skip') counts.skipped += 1;
  }
  const known = [...decisions.values()].filter((one) => one.do !== 'finish' && one.do !== 'reject').length;
  counts.created += rest - known - rejects.size;
  counts.failed += rejects.size;
  return { ...counts, read: pass.total };
}

function dryRun({ expected, rejects }: Preview, isText: boolean, output: Output): number {
  output.out(
    isText
      ? `${countLine(expected)}\n`
      : `${JSON.stringify({ dryRun: true, ...expected, rejects: rejectList(rejects) })}\n`,
  );
  return expected.failed > 0 ? 1 : 0;
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

function conclude({ counts, left, problem, code }: Ending, isText: boolean, output: Output): number {
  if (problem !== undefined) output.err(`${problem}\n`);
  if (isText) output.out(`${countLine(counts)}\n`);
  else output.out(`${JSON.stringify(left === 0 ? counts : { ...counts, left })}\n`);
  return code;
}
