import { basename, resolve } from 'node:path';
import { BadInput } from '../project/types.js';
import type { Output } from '../runner/options.js';
import { BATCH, type ClerkApi } from './clerk/api.js';
import { asked } from './clerk/asked.js';
import { Refused, Unanswered, WrongKey } from './clerk/errors.js';
import { connect, type ConnectionOptions } from './clerk/settings.js';
import type { ClerkUser } from './clerk/types.js';
import { Journal } from './import/journal.js';
import { readJournal, type JournalState } from './import/journal-reader.js';
import { lock } from './import/lock.js';
import { exactCommand, plural } from './import/preview.js';
import { inTurns } from './in-turns.js';
import { progress } from './progress.js';

export interface UndoFlags extends Omit<ConnectionOptions, 'cwd'> {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

export interface UndoOptions extends UndoFlags {
  readonly cwd: string;
  /** The journal. */
  readonly path: string;
  readonly args: readonly string[];
  readonly isAttended: boolean;
}

/** Users who are shown by name. */
const SHOWN = 10;

/** What is kept of a user in memory: there may be a hundred thousand. */
type Remains = Pick<ClerkUser, 'id' | 'external_id' | 'last_sign_in_at'>;

const remains = ({ id, external_id, last_sign_in_at }: ClerkUser): Remains => ({ id, external_id, last_sign_in_at });

/** What the instance has left of what the import created. */
interface Left {
  /** To be deleted. */
  users: Remains[];
  gone: number;
  /** Users with another externalId by now: they are somebody else's business. */
  changed: Remains[];
}

/**
 * `users undo`: deletes the users that an import created, and nobody else. It can be repeated: who is gone is gone.
 * @returns the exit code
 * @throws {BadInput}
 */
export async function undoImport(options: UndoOptions, output: Output): Promise<number> {
  const path = resolve(options.cwd, options.path);
  const state = await readJournal(path);
  const connection = await connect(options);
  if (state.header.instance !== connection.instance) {
    throw new BadInput(
      `${basename(path)} is of instance ${state.header.instance}, and CLERK_SECRET_KEY is of ${connection.instance}: nothing was deleted`,
    );
  }
  const left = await asked(() => lookUp(connection.api, state));
  output.out(preview(left, state, connection.instance));
  if (options.dryRun === true) return 0;
  if (options.yes !== true) {
    if (output.confirm === undefined) {
      output.err(`nothing was deleted; to do it: ${exactCommand([...options.args, '--yes'])}\n`);
      return 2;
    }
    if (!(await output.confirm(`Delete ${plural(left.users.length, 'user')}?`))) return 2;
  }
  return remove(options, path, state, left, connection.api, output);
}

/** The import's own users as they are now. Those whose creation was under way when it was killed are found by externalId. */
async function lookUp(api: ClerkApi, { outcomes, begun }: JournalState): Promise<Left> {
  const left: Left = { users: [], gone: 0, changed: [] };
  const created = [...outcomes.values()].filter(({ own, clerk }) => own === true && clerk !== undefined);
  for (let from = 0; from < created.length; from += BATCH) {
    const batch = created.slice(from, from + BATCH);
    const found = new Map(
      (
        await api.find(
          'user_id',
          batch.map(({ clerk }) => clerk!),
        )
      ).map((user) => [user.id, user]),
    );
    for (const { clerk, id } of batch) {
      const user = found.get(clerk!);
      if (user === undefined) left.gone += 1;
      else if (user.external_id === id) left.users.push(remains(user));
      else left.changed.push(remains(user));
    }
  }
  const ids = [...begun.values()].filter((one) => one.do === 'create').map(({ id }) => id);
  const wanted = new Set(ids);
  for (const user of await api.find('external_id', ids))
    if (wanted.has(user.external_id ?? '')) left.users.push(remains(user));
  return left;
}

function preview({ users, gone, changed }: Left, { outcomes }: JournalState, instance: string): string {
  const seen = users.filter((user) => user.last_sign_in_at !== null);
  const untouched = [...outcomes.values()].filter(({ is }) => is === 'updated' || is === 'skipped').length;
  const named = (some: readonly Remains[]): string[] => [
    ...some.slice(0, SHOWN).map((user) => `    ${user.id} (${user.external_id ?? 'no externalId'})`),
    ...(some.length > SHOWN ? [`    and ${some.length - SHOWN} more`] : []),
  ];
  return [
    `would delete ${plural(users.length, 'user')} from ${instance}`,
    `  ${seen.length} of them signed in since${seen.length > 0 ? ', and lose what they have there:' : ''}`,
    ...named(seen),
    ...(gone > 0 ? [`  ${gone} gone already`] : []),
    ...(changed.length > 0 ? ['  kept, since they have another externalId now:', ...named(changed)] : []),
    ...(untouched > 0
      ? [`  ${untouched} were there before the import and stay; what it updated is not taken back`]
      : []),
    '',
  ].join('\n');
}

async function remove(
  options: UndoOptions,
  path: string,
  state: JournalState,
  left: Left,
  api: ClerkApi,
  output: Output,
): Promise<number> {
  const release = lock(path);
  const bar = await progress('deleting', left.users.length, options.isAttended, output.note);
  const counts = { deleted: 0, gone: left.gone, kept: left.changed.length, failed: 0 };
  let problem: string | undefined;
  try {
    // An import that goes on with --resume would take the deleted for created.
    const journal = await Journal.reopen(path, state.length);
    await journal.append({ undo: 'begun' });
    await journal.close();
    await inTurns(left.users, api.http.workers, async (user) => {
      try {
        if (await api.deleteUser(user.id)) counts.deleted += 1;
        else counts.gone += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        counts.failed += 1;
        output.err(`${user.id} was not deleted: ${error.message}\n`);
      }
      bar.advance(1);
    });
  } catch (error) {
    if (!(
      error instanceof Unanswered ||
      error instanceof WrongKey ||
      (error instanceof Error && error.name === 'JournalFailure')
    ))
      throw error;
    problem = `${error.message}; run it again to delete the rest`;
  } finally {
    bar.end();
    release();
  }
  if (problem !== undefined) output.err(`${problem}\n`);
  output.out(`deleted ${counts.deleted}, gone already ${counts.gone}, kept ${counts.kept}, failed ${counts.failed}\n`);
  return counts.failed > 0 || problem !== undefined ? 1 : 0;
}
