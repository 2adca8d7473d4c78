/** What an app's schema says of a table. */
export interface TableHint {
  /** The table's name; with a creator around it (`pgTableCreator`), the part of it that is known. */
  readonly name: string;
  /** The property that the app's code uses, and the names that its column may have, the likeliest first. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** What an app's schema says of the tables of Auth.js. */
export interface SchemaHints {
  /** The file, for messages. */
  readonly file: string;
  readonly users: TableHint | undefined;
  readonly accounts: TableHint | undefined;
  /** The variables that hold the database's address, the direct one first. */
  readonly variables: readonly string[];
}
