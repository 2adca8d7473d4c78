import type { Bindings } from '../ast/bindings.js';
import { child, contains, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import type { UserEvent, UserTable } from '../clerk/user-table.js';
import { accountReads } from './callback-account.js';
import { holds } from './callback-code.js';
import { parametersOf } from './callback-parameters.js';
import { neededBy, usesLocals } from './callback-scope.js';
import type { Site } from './sites.js';

interface Input {
  readonly program: Node;
  readonly bindings: Bindings;
  /** Where the file refers to Auth.js. */
  readonly sites: readonly Site[];
  readonly table: UserTable;
}

/**
 * What an event's code needs of its file besides imports, where it can run with the row of a user instead of Auth.js's message.
 * @param property of `events: { … }`
 * @returns a text where it can't says why
 */
export function readUserEvent(
  property: Node,
  name: UserEvent,
  { program, bindings, sites, table }: Input,
): Node[] | string {
  const fn = property.type === 'ObjectMethod' ? property : child(property, 'value');
  if (property['computed'] || !fn || !isFunction(fn) || fn['generator']) return 'it is no function in place';
  if (sites.some((site) => contains(property, site))) return 'it uses what is of Auth.js';
  if (holds(fn, (node) => node.type === 'ThisExpression')) return 'it refers to its options by this';
  if (usesLocals(property, bindings)) return 'it uses what only the function has that makes the options';
  const taken =
    (fn['params'] as unknown[]).length === 0 ? new Map<string, readonly Node[]>() : parametersOf(fn, bindings);
  if (!taken) return 'it takes its message apart in a way that is not followed';
  for (const [part, references] of taken) {
    if (part === 'user') {
      const unknown = references.map((node) => unknownRead(node, bindings, table)).find((each) => each !== undefined);
      if (unknown !== undefined) return unknown;
    } else if (part !== 'account' || name !== 'linkAccount' || !isPlain(accountReads(references, bindings)))
      return `it reads ${part}, which Clerk does not give`;
  }
  const needed = neededBy([property], program, bindings);
  if (needed.some((each) => sites.some((site) => contains(each, site)))) return 'it needs a part of Auth.js’s set-up';
  return needed;
}

const isPlain = (reads: ReadonlySet<string> | undefined): boolean => reads !== undefined && !reads.has('tokens');

/** Why a use of the user is none of a column of the row. */
function unknownRead(node: Node, bindings: Bindings, table: UserTable): string | undefined {
  const parent = bindings.parentOf(node);
  const name =
    isMember(parent) && child(parent, 'object') === node && !parent!['computed']
      ? nameOf(child(parent, 'property'))
      : undefined;
  if (name === undefined) return 'it hands the user on as a whole';
  if (name === 'id' && table.id === 'number') return 'it takes the user’s id for a text, and the table has numbers';
  return table.fields.includes(name) ? undefined : `it reads user.${name}, which is no column`;
}
