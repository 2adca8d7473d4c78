import type { Bindings } from '../ast/bindings.js';
import { child, childList, isCall, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { askedCall, patternOf, type Asked } from './server-asked.js';
import type { ServerSource } from './server-source.js';
import { removeDeclarator, type Replaced } from './statements.js';

/** The constant into which the session of a call goes. */
export interface Holder {
  readonly declarator: Node;
  readonly identifier: Node;
  readonly kind: ServerSource['kind'];
  /** The expression of the call where other values are asked for beside it: an element of `Promise.all([…])`. */
  readonly element?: Node | undefined;
}

/** What is written for a holder's constant and its call. */
export function writeHolder({ declarator, identifier, element }: Holder, name: string, asked: Asked, file: SourceFile) {
  if (!element) {
    file.edits.replace(declarator, `${patternOf(name, asked)} = `, ...askedCall(asked));
    return { replaced: declarator, outcome: 'rewritten' } as const;
  }
  file.edits.replace(identifier, patternOf(name, asked));
  file.edits.replace(element, ...askedCall(asked, element.type === 'AwaitExpression'));
  return { replaced: element, outcome: 'rewritten' } as const;
}

/** Takes a holder out that nothing reads. */
export const removeHolder = (
  { declarator, element }: Holder,
  file: SourceFile,
): Replaced | { rule: string; message: string } =>
  element
    ? { rule: 'session-unused', message: 'nothing reads this session; remove it' }
    : removeDeclarator(declarator, file);

/** The constant whose value is the awaited call, or `.user` of what it yields. */
export function holderOf({ call, kind: yielded }: ServerSource, { bindings }: SourceFile): Holder | undefined {
  let at = call;
  let awaited = false;
  let kind: Holder['kind'] = yielded;
  for (let parent = bindings.parentOf(at); parent; at = parent, parent = bindings.parentOf(at)) {
    if (parent.type === 'VariableDeclarator') {
      const id = child(parent, 'id')!;
      return awaited && child(parent, 'init') === at && id.type === 'Identifier'
        ? { declarator: parent, identifier: id, kind }
        : undefined;
    }
    if (parent.type === 'ArrayExpression' && kind === yielded) return elementOf(at, yielded, parent, bindings);
    if (awaited && kind === 'session' && orNothing(at, parent)) return userOf(parent, bindings);
    // `(await auth()).user` throws where nobody is signed in; only `?.user` goes on.
    if (awaited && kind === 'session' && isUserOf(at, parent)) {
      kind = 'user';
      continue;
    }
    awaited ||= parent.type === 'AwaitExpression';
    if (!/^(?:AwaitExpression|TS(?:As|Satisfies|NonNull)Expression|TSTypeAssertion)$/.test(parent.type))
      return undefined;
  }
  return undefined;
}

/** `const [session, posts] = await Promise.all([auth(), getPosts()])` */
function elementOf(element: Node, kind: ServerSource['kind'], array: Node, bindings: Bindings): Holder | undefined {
  const all = bindings.parentOf(array);
  const awaited = all && bindings.parentOf(all);
  const declarator = awaited && bindings.parentOf(awaited);
  const callee = child(all, 'callee');
  const isAll =
    isCall(all) &&
    isMember(callee) &&
    nameOf(child(callee, 'object')) === 'Promise' &&
    !bindings.of(child(callee, 'object')) &&
    nameOf(child(callee, 'property')) === 'all';
  if (!isAll || awaited?.type !== 'AwaitExpression' || declarator?.type !== 'VariableDeclarator') return undefined;
  const pattern = child(declarator, 'id')!;
  const { index } = bindings.placeOf(element)!;
  const before = (array['elements'] as (Node | null)[]).slice(0, index);
  if (
    pattern.type !== 'ArrayPattern' ||
    pattern['typeAnnotation'] ||
    before.some((each) => !each || each.type === 'SpreadElement')
  )
    return undefined;
  const identifier = (pattern['elements'] as (Node | null)[])[index!];
  return identifier?.type === 'Identifier' && /^(?:Call|OptionalCall|Await)Expression$/.test(element.type)
    ? { declarator, identifier, kind, element }
    : undefined;
}

/** `(await auth()) ?? {}` */
const orNothing = (session: Node, logical: Node): boolean =>
  logical.type === 'LogicalExpression' &&
  logical['operator'] !== '&&' &&
  child(logical, 'left') === session &&
  child(logical, 'right')?.type === 'ObjectExpression' &&
  childList(child(logical, 'right'), 'properties').length === 0;

/** `const { user } = (await auth()) ?? {}` */
function userOf(value: Node, bindings: Bindings): Holder | undefined {
  const declarator = bindings.parentOf(value);
  const pattern = child(declarator, 'id');
  const [property, ...others] = childList(pattern, 'properties');
  const identifier = child(property, 'value');
  const isUser =
    declarator?.type === 'VariableDeclarator' &&
    pattern?.type === 'ObjectPattern' &&
    others.length === 0 &&
    property?.['computed'] === false &&
    nameOf(child(property, 'key')) === 'user';
  return isUser && identifier?.type === 'Identifier' ? { declarator, identifier, kind: 'user' } : undefined;
}

const isUserOf = (session: Node, member: Node): boolean =>
  isMember(member) &&
  child(member, 'object') === session &&
  member['optional'] === true &&
  !member['computed'] &&
  nameOf(child(member, 'property')) === 'user';
