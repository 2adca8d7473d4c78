/** The SQL dialects; MariaDB speaks MySQL's. */
export type Dialect = 'postgresql' | 'mysql' | 'sqlite';

/** What a column may hold in JavaScript. Integers that are no safe numbers come as text. */
export type Value = string | number | bigint | boolean | null | Date | Uint8Array | object;
export type Row = Readonly<Record<string, Value>>;

export interface Column {
  readonly name: string;
  /** As the database names it, in lower case: `text`, `uuid`, `varchar(255)`. */
  readonly type: string;
  readonly nullable: boolean;
}

/** A table, not a view. */
export interface Table {
  readonly name: string;
  /** PostgreSQL's schema; elsewhere undefined. */
  readonly schema: string | undefined;
  readonly columns: readonly Column[];
  /** The columns of the primary key, in its order; empty where there is none. */
  readonly primaryKey: readonly string[];
}

/**
 * One connection to an SQL database. Statements run one after another on it, so that all that is between the begin and the
 * end of a transaction sees one state. Values are bound, never written into the text: `?` in MySQL and SQLite, `$1` in
 * PostgreSQL (`placeholder` in sql.ts).
 */
export interface Database {
  readonly dialect: Dialect;
  /** The address without its password, for messages. */
  readonly shown: string;
  /** All rows of a query. For a table of any size use `pages` (pages.ts), which keeps one page in memory. */
  all(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** A statement that yields no rows. @returns how many rows it touched */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  /**
   * Runs the work in one transaction that sees one state of the database; `read only` has the database refuse writes.
   * The work's error rolls it back, and is thrown on.
   */
  transaction<Result>(mode: 'read only' | 'read write', work: () => Promise<Result>): Promise<Result>;
  /** The tables that the connection can see, system tables left out; those of the default schema first. */
  tables(): Promise<Table[]>;
  close(): Promise<void>;
}
