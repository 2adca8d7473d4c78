import type { Dialect, Table } from './types.js';

/** A name as an identifier that no content can break out of. */
export function quote(dialect: Dialect, name: string): string {
  const mark = dialect === 'mysql' ? '`' : '"';
  return mark + name.replaceAll(mark, mark + mark) + mark;
}

/** A table's name with its schema, as a statement takes it. */
export const quoteTable = (dialect: Dialect, { schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  schema === undefined ? quote(dialect, name) : `${quote(dialect, schema)}.${quote(dialect, name)}`;

/** Where a value is bound. @param position from 1 */
export const placeholder = (dialect: Dialect, position: number): string =>
  dialect === 'postgresql' ? `$${position}` : '?';
