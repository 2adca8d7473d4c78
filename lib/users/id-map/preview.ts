import { plural } from '../import/preview.js';
import type { ColumnCount, Survey } from './survey.js';

/** The counts of each column, as a table, and what else is to be known before. */
export function preview({ columns, unconstrained }: Survey, entries: number, isAlone: boolean): string {
  const width = Math.max(...columns.map(({ label }) => label.length));
  const lines = columns.map((count) => `  ${count.label.padEnd(width)}  ${countOf(count)}`);
  return [
    `${entries} ${entries === 1 ? 'entry' : 'entries'} in the map, ${plural(columns.length, 'column')}${isAlone ? '; nothing refers to the users by a foreign key' : ''}`,
    ...lines,
    ...unconstrained.map(
      (label) =>
        `  warning: ${label} holds users’ ids too, and no foreign key says so: add --column ${label}, or they stay as they are`,
    ),
    '',
  ].join('\n');
}

function countOf({ rows, rewritten, empty, other }: ColumnCount): string {
  const rest = [...(empty > 0 ? [`${empty} empty`] : []), ...(other > 0 ? [`${other} not in the map`] : [])];
  return `${rewritten} of ${plural(rows, 'row')} to rewrite${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`;
}

/** What stands against a rewrite, in one line; undefined where nothing does. */
export function objection(
  { missing, done, columns }: Survey,
  users: string,
  allowMissing: boolean,
): string | undefined {
  if (done.length > 0) {
    return `${done.join(', ')} hold${done.length === 1 ? 's' : ''} Clerk’s ids of this map already: was it run before?`;
  }
  const all = columns.find(({ label }) => label === users);
  if (all?.rewritten === 0) return `none of the map’s ids is in ${users}: is it the map of another database?`;
  if (allowMissing || missing.length === 0) return undefined;
  const count = all?.other ?? missing.length;
  const more = count > missing.length ? ` and ${count - missing.length} more` : '';
  return `${plural(count, 'user')} of ${users} ${count === 1 ? 'has' : 'have'} no entry in the map (${missing.join(', ')}${more}): import them first, or give --allow-missing, which leaves their ids as they are`;
}
