import {
  child,
  childList,
  isCall,
  isFunction,
  isMember,
  nameOf,
  unwrap,
  walk,
  yieldedBy,
  type Node,
} from '../ast/tree.js';
import { AUTH_TABLE, CLERK_ID_LENGTH, isUserColumn, type UserColumn, type UserTable } from '../clerk/user-table.js';

/** Drizzle's table of users, as its columns are declared. */
export interface DrizzleTable {
  readonly dialect: 'pg' | 'mysql' | 'sqlite';
  readonly table: Omit<UserTable, 'dependents'>;
}

/** A column's declaration taken apart: `varchar("id", { length: 36 }).notNull()`. */
interface Column {
  readonly type: string;
  readonly settings: Node | undefined;
  readonly calls: ReadonlySet<string>;
}

/**
 * Reads `pgTable("user", { … })`.
 * @param program of the file that declares it
 * @param name the constant's
 * @returns a text where it is none that is followed says why; undefined where the file declares nothing by this name
 */
export function readDrizzleUsers(program: Node, name: string): DrizzleTable | string | undefined {
  const call = tablesIn(program).get(name);
  if (!call) return undefined;
  const dialect = dialectOf(program);
  if (!dialect) return 'the dialect of the table is not to be seen';
  const columns = columnsOf(call);
  if (!columns) return 'the columns of the table are made by code';
  const id = columns.get('id');
  const kind = id && idOf(id);
  if (!kind) return 'the id of the table is of a kind that is not followed';
  const known = new Map<UserColumn, 'needed' | 'optional'>();
  const unfilled: string[] = [];
  for (const [column, written] of columns) {
    if (column === 'id') continue;
    const isFilled = [...written.calls].some((each) => /^\$?(?:default|onUpdate|generated)/.test(each));
    const needed = written.calls.has('notNull') && !isFilled ? 'needed' : 'optional';
    if (isUserColumn(column) && isOfType(column, written)) known.set(column, needed);
    else if (needed === 'needed') unfilled.push(column);
  }
  return { dialect, table: { id: kind, columns: known, fields: [...columns.keys()], unfilled } };
}

/** The tables that a file declares, by the constant's name. */
function tablesIn(program: Node): Map<string, Node> {
  const tables = new Map<string, Node>();
  for (const statement of childList(program, 'body'))
    for (const declarator of childList(child(statement, 'declaration') ?? statement, 'declarations')) {
      const init = unwrap(child(declarator, 'init'));
      const name = nameOf(child(declarator, 'id'));
      const callee = child(init, 'callee');
      const maker = nameOf(callee) ?? nameOf(child(callee, 'property')) ?? '';
      if (init && name !== undefined && isCall(init) && /table$/i.test(maker)) tables.set(name, init);
    }
  return tables;
}

function dialectOf(program: Node): DrizzleTable['dialect'] | undefined {
  for (const statement of childList(program, 'body')) {
    const source = nameOf(child(statement, 'source')) ?? '';
    const dialect = /^drizzle-orm\/(pg|mysql|sqlite)-core/.exec(source)?.[1];
    if (dialect !== undefined) return dialect as DrizzleTable['dialect'];
  }
  return undefined;
}

/** The columns of a table; undefined where they are not all to be seen. */
function columnsOf(table: Node): Map<string, Column> | undefined {
  const given = unwrap(childList(table, 'arguments')[1]);
  const object = given && isFunction(given) ? unwrap(yieldedBy(given)) : given;
  if (object?.type !== 'ObjectExpression') return undefined;
  const columns = new Map<string, Column>();
  for (const property of childList(object, 'properties')) {
    const name = nameOf(child(property, 'key'));
    const column = columnOf(unwrap(child(property, 'value')));
    if (name === undefined || !column) return undefined;
    columns.set(name, column);
  }
  return columns;
}

function columnOf(value: Node | undefined): Column | undefined {
  const calls = new Set<string>();
  let at = value;
  while (at && isCall(at)) {
    const callee = child(at, 'callee');
    const object = isMember(callee) ? unwrap(child(callee, 'object')) : undefined;
    const name = nameOf(callee) ?? nameOf(child(callee, 'property'));
    if (name === undefined) return undefined;
    if (!object || !isCall(object))
      return { type: name, settings: childList(at, 'arguments').map(unwrap).find(isObject), calls };
    calls.add(name);
    at = object;
  }
  return undefined;
}

const isObject = (node: Node | undefined): node is Node => node?.type === 'ObjectExpression';

function setting({ settings }: Column, name: string): unknown {
  const property = childList(settings, 'properties').find((each) => nameOf(child(each, 'key')) === name);
  return child(property, 'value')?.['value'];
}

function idOf(column: Column): UserTable['id'] | undefined {
  const hasDefault = [...column.calls].some((each) => /^\$?default|^generated|^autoincrement/.test(each));
  switch (column.type) {
    case 'text':
    case 'varchar':
    case 'char':
      return Number(setting(column, 'length') ?? CLERK_ID_LENGTH) >= CLERK_ID_LENGTH
        ? 'clerk'
        : hasDefault
          ? 'text'
          : undefined;
    case 'uuid':
      return hasDefault ? 'text' : undefined;
    case 'serial':
      return 'number';
    case 'int':
      return hasDefault ? 'number' : undefined;
    case 'integer':
      return hasDefault || column.calls.has('primaryKey') ? 'number' : undefined;
    default:
      return undefined;
  }
}

/** Whether a column takes what is written: texts, and a moment. */
function isOfType(name: UserColumn, column: Column): boolean {
  const mode = setting(column, 'mode');
  if (name !== 'emailVerified') return /^(?:text|varchar|char)$/.test(column.type) && mode === undefined;
  return /^(?:timestamp|datetime)$/.test(column.type)
    ? mode !== 'string'
    : column.type === 'integer' && (mode === 'timestamp' || mode === 'timestamp_ms');
}

/**
 * The tables of a file that refer to the ids of a table, but for Auth.js's own whose rows go with the user's.
 * @param users what the file calls the table
 */
export function dependentsIn(program: Node, users: string): string[] {
  return [...tablesIn(program)].flatMap(([name, call]) => {
    const label = nameOf(childList(call, 'arguments')[0]) ?? name;
    const isOwn = AUTH_TABLE.test(name) || AUTH_TABLE.test(label.replace(/^.*_/, ''));
    const references = [...walk(call)].filter(
      (node) => isCall(node) && nameOf(child(child(node, 'callee'), 'property')) === 'references' && names(node, users),
    );
    const foreign = [...walk(call)].some(
      (node) => nameOf(child(node, 'key')) === 'foreignColumns' && names(node, users),
    );
    const goAlong = references.every((node) =>
      [...walk(node)].some(
        (inner) => nameOf(child(inner, 'key')) === 'onDelete' && nameOf(child(inner, 'value')) === 'cascade',
      ),
    );
    return foreign || (references.length > 0 && !(isOwn && goAlong)) ? [name] : [];
  });
}

/** `users.id` in it. */
const names = (node: Node, users: string): boolean =>
  [...walk(node)].some((inner) => isMember(inner) && nameOf(child(inner, 'object')) === users);
