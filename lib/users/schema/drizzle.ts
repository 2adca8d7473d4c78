import {
  child,
  childList,
  isCall,
  isMember,
  nameOf,
  stringOf,
  unwrap,
  walk,
  yieldedBy,
  type Node,
} from '../../ast/tree.js';
import { oxcProgram } from '../../scan/oxc.js';
import { ACCOUNT_FIELDS, fold, USER_FIELDS } from './fields.js';
import type { SchemaHints, TableHint } from './hints.js';

/** Whether a file may define the tables of Auth.js with Drizzle: told from its text, before it is parsed. */
export const mayDefineTables = (text: string): boolean =>
  text.includes('drizzle-orm/') && /provider_?account_?id|email_?verified/i.test(text);

/**
 * Reads the tables of Auth.js out of a module that defines them with Drizzle: `pgTable('user', { … })`, by whatever name the
 * function goes (`createTable` of a `pgTableCreator`, `schema.table`), told by the properties that Auth.js's adapter needs.
 * @returns undefined where it defines neither, or can't be read
 */
export function readDrizzleSchema(text: string, file: string): SchemaHints | undefined {
  let program: Node;
  try {
    program = oxcProgram(file, text);
  } catch {
    return undefined;
  }
  const tables = [...walk(program)].flatMap((node) => tableOf(node) ?? []);
  const having = (fields: readonly string[], alternatives: readonly string[]): TableHint | undefined =>
    tables.find(({ columns }) => {
      const names = new Set([...columns.keys()].map(fold));
      return fields.every((field) => names.has(field)) && alternatives.some((field) => names.has(field));
    });
  const users = having(['id', 'email'], [...USER_FIELDS.emailVerified, 'image']);
  const accounts = having(['provideraccountid'], ACCOUNT_FIELDS.provider);
  return users === undefined && accounts === undefined ? undefined : { file, users, accounts, variables: [] };
}

function tableOf(node: Node): TableHint | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const [first, second] = childList(node, 'arguments');
  const name = stringOf(first);
  if (name === undefined) return undefined;
  const made = unwrap(second);
  const object = made?.type === 'ArrowFunctionExpression' ? unwrap(yieldedBy(made)) : made;
  if (object?.type !== 'ObjectExpression') return undefined;
  const columns = childList(object, 'properties').flatMap((property): [string, string[]][] => {
    const key = property.type === 'Property' ? nameOf(child(property, 'key')) : undefined;
    const column = key === undefined ? undefined : columnOf(unwrap(child(property, 'value')));
    return key === undefined || column === undefined
      ? []
      : [[key, column.name === undefined ? [key, snake(key)] : [column.name]]];
  });
  return { name, columns: new Map(columns) };
}

/** `text('email_verified').notNull()`: the call at the bottom of the chain names the column, or leaves that to its property. */
function columnOf(value: Node | undefined): { name: string | undefined } | undefined {
  let call = value;
  for (;;) {
    if (!isCall(call)) return undefined;
    const callee = unwrap(child(call, 'callee'));
    const object = isMember(callee) ? unwrap(child(callee, 'object')) : undefined;
    if (!isCall(object)) return { name: stringOf(childList(call, 'arguments')[0]) };
    call = object;
  }
}

/** What Drizzle makes of a property with `casing: 'snake_case'`. */
const snake = (key: string): string => key.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
