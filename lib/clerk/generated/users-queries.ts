import type { UserTable } from '../user-table.js';

/** How an app's own code gets at its table of users. */
export interface UserStore {
  readonly orm: 'prisma' | 'drizzle';
  /** What stands above: the imports that give the client, and the table. */
  readonly imports: readonly string[];
  /** The client's name. */
  readonly client: string;
  /** The table's name in code; Prisma's client has it as a property. */
  readonly table: string;
  /** Whether a written row comes back; MySQL has no RETURNING. */
  readonly returns: boolean;
}

/** The statements by which a generated module reads and writes rows; each ends a line. */
export interface Queries {
  readonly imports: readonly string[];
  /** `rowById` and `rowByEmail`. */
  readonly reads: readonly string[];
  /** Inserts `data` and yields the row, as the body of a function. */
  readonly insert: string;
  /** Sets `data` in the row of `row.id` and yields it. */
  readonly update: string;
  /** Removes the row of the id `known`; none is no error. */
  readonly remove: string;
}

/** @param types whether the app is written in TypeScript */
export function queriesOf(store: UserStore, { id }: UserTable, types: boolean): Queries {
  const idType = types ? `: ${id === 'number' ? 'number' : 'string'}` : '';
  const text = types ? ': string' : '';
  return store.orm === 'prisma' ? prisma(store, idType, text) : drizzle(store, id, idType, text);
}

function prisma({ imports, client, table }: UserStore, idType: string, text: string): Queries {
  const model = `${client}.${table}`;
  return {
    imports,
    reads: [
      `const rowById = (id${idType}) => ${model}.findUnique({ where: { id } });`,
      `const rowByEmail = (email${text}) => ${model}.findFirst({ where: { email } });`,
    ],
    insert: `return ${model}.create({ data });`,
    update: `return ${model}.update({ where: { id: row.id }, data });`,
    remove: `await ${model}.deleteMany({ where: { id: known } });`,
  };
}

function drizzle(
  { imports, client, table, returns }: UserStore,
  id: UserTable['id'],
  idType: string,
  text: string,
): Queries {
  const first = '.then((rows) => rows.at(0))';
  const where = (column: string, value: string) =>
    `${client}.select().from(${table}).where(eq(${table}.${column}, ${value}))`;
  const insert = `${client}.insert(${table}).values(data)`;
  const made =
    id === 'clerk' ? `await ${insert};\n  return rowById(data.id);` : `const [made] = await ${insert}.$returningId();`;
  return {
    imports: ['import { eq } from "drizzle-orm";', ...imports],
    reads: [
      `const rowById = (id${idType}) => ${where('id', 'id')}${first};`,
      `const rowByEmail = (email${text}) => ${where('email', 'email')}.limit(1)${first};`,
    ],
    insert: returns
      ? `return ${insert}.returning()${first};`
      : id === 'clerk'
        ? made
        : `${made}\n  return made && rowById(made.id);`,
    update: `await ${client}.update(${table}).set(data).where(eq(${table}.id, row.id));\n  return rowById(row.id);`,
    remove: `await ${client}.delete(${table}).where(eq(${table}.id, known));`,
  };
}
