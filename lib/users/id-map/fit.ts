import type { Dialect } from '../database/types.js';
import type { IdColumn } from './plan.js';

/** Types that hold text, with the length that they are declared with. Whatever else there is can't hold `user_…`. */
const TEXT_TYPES: Readonly<Record<Dialect, RegExp>> = {
  // `character(36)` is not among them: it would hand out the id with blanks after it.
  postgresql: /^(?:text|citext|character varying(?:\((\d+)\))?)$/,
  mysql: /^(?:(?:var)?char\((\d+)\)|(?:tiny|medium|long)?text)$/,
  // SQLite keeps to no length, and to no type but that of numbers.
  sqlite: /^(?!.*(?:int|real|floa|doub|dec|num|bool|date|blob)).*$/,
};

/** Whether the column holds text at all. */
export const isText = (dialect: Dialect, type: string): boolean => TEXT_TYPES[dialect].test(type);

/**
 * The columns that can't hold the new ids, each with its type.
 * @param length of the longest id
 */
export const misfits = (dialect: Dialect, columns: readonly IdColumn[], length: number): string[] =>
  columns
    .filter(({ column }) => {
      const match = TEXT_TYPES[dialect].exec(column.type);
      return match === null || (dialect !== 'sqlite' && Number(match[1] ?? Infinity) < length);
    })
    .map(({ label, column }) => `${label} (${column.type})`);
