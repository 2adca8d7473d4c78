import type { Bindings } from '../ast/bindings.js';
import { child, childList, isFunction, nameOf, unwrap, type Node } from '../ast/tree.js';
import { valueOf } from './callback-scope.js';
import { givenBack, seen } from './row-values.js';

/**
 * The columns of a row that functions pick out of it, and its id; undefined where one of them gives the whole row.
 * @param authorizes functions that give a row, or a part of it
 */
export function columnsOf(authorizes: readonly { fn: Node; bindings: Bindings }[]): string[] | undefined {
  const people = authorizes.flatMap(({ fn, bindings }) =>
    isFunction(fn) ? givenBack(fn).map((person) => namesOf(person, bindings)) : [undefined],
  );
  const names = people.flatMap((each) => each ?? []);
  return people.length === 0 || people.includes(undefined) ? undefined : [...new Set(['id', ...names])];
}

/** Of `{ id: user.id, role: user.role }`, and of a query that selects. */
function namesOf(person: Node, bindings: Bindings): string[] | undefined {
  if (person.type === 'ObjectExpression') return namesIn(person);
  const query = seen(person, bindings);
  const call = query?.type === 'AwaitExpression' ? unwrap(child(query, 'argument')) : query;
  return namesIn(valueOf(unwrap(childList(call, 'arguments')[0]), 'select'));
}

function namesIn(object: Node | undefined): string[] | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  const names = childList(object, 'properties').map((each) =>
    each.type.startsWith('Spread') || each['computed'] ? undefined : nameOf(child(each, 'key')),
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}
