import { child, childList, nameOf, stringOf, type Node } from '../ast/tree.js';

/** One line of `has` or `missing`. */
export interface Condition {
  readonly kind: 'has' | 'missing';
  readonly type: 'header' | 'cookie' | 'query';
  readonly key: string;
  /** What it has to be; undefined where its presence is enough. */
  readonly value: string | undefined;
}

/** `export const config = { matcher: … }` */
export interface MatcherConfig {
  readonly object: Node;
  /** The property; undefined where the object has none. */
  readonly property: Node | undefined;
  /** The matchers, where all are plain strings, or objects whose conditions are read. */
  readonly strings: readonly string[] | undefined;
  /** What a request must have, or must not have, besides: the same for all of them. */
  readonly conditions: readonly Condition[];
  /** The list's elements, of which each is written out, and what Next can read of them. */
  readonly elements: readonly Node[];
}

/** @returns undefined where the file exports no config, null where it has one that Next or this tool can't read */
export function readConfig(program: Node): MatcherConfig | undefined | null {
  for (const statement of childList(program, 'body')) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const isConfig = (node: Node, key: string) => nameOf(child(node, key)) === 'config';
    if (childList(statement, 'specifiers').some((specifier) => isConfig(specifier, 'exported'))) return null;
    const declarators = childList(child(statement, 'declaration'), 'declarations');
    const declarator = declarators.find((each) => isConfig(each, 'id'));
    if (declarator) return declarators.length === 1 ? readConfigObject(child(declarator, 'init')) : null;
  }
  return undefined;
}

function readConfigObject(init: Node | undefined): MatcherConfig | null {
  // Next reads `satisfies`, but not every version reads `as`.
  const object = init?.type === 'TSSatisfiesExpression' ? child(init, 'expression') : init;
  const properties = childList(object, 'properties');
  if (object?.type !== 'ObjectExpression' || properties.some(({ type }) => type !== 'ObjectProperty')) return null;
  const property = properties.find((each) => nameOf(child(each, 'key')) === 'matcher');
  const value = child(property, 'value');
  if (!value) return { object, property, strings: undefined, conditions: [], elements: [] };
  const elements = value.type === 'ArrayExpression' ? childList(value, 'elements') : [value];
  if (!elements.every(({ type }) => type === 'StringLiteral' || type === 'ObjectExpression')) return null;
  const read = elements.map((element) =>
    element.type === 'ObjectExpression' ? readObject(element) : { source: stringOf(element)!, conditions: [] },
  );
  const [first] = read;
  const isRead = read.every((each) => each && JSON.stringify(each.conditions) === JSON.stringify(first!.conditions));
  const strings = isRead ? read.map((each) => each!.source) : undefined;
  return { object, property, strings, conditions: (isRead && first?.conditions) || [], elements };
}

/** `{ source: '/app', missing: [{ type: 'header', key: 'purpose', value: 'prefetch' }] }` */
function readObject(element: Node): { source: string; conditions: Condition[] } | undefined {
  let source: string | undefined;
  const conditions: (Condition | undefined)[] = [];
  for (const [name, value] of entriesOf(element)) {
    if (name === 'source') source = stringOf(value);
    else if ((name === 'has' || name === 'missing') && value.type === 'ArrayExpression')
      conditions.push(...childList(value, 'elements').map((each) => readCondition(name, each)));
    else return undefined;
  }
  const isRead = source !== undefined && conditions.every((each) => each !== undefined);
  return isRead ? { source: source!, conditions: conditions.map((each) => each!) } : undefined;
}

/** A value is a regular expression to Next: only one that is a word is read. */
function readCondition(kind: Condition['kind'], element: Node): Condition | undefined {
  const parts = new Map(entriesOf(element).map(([name, value]) => [name, stringOf(value)]));
  const [type, key, value] = ['type', 'key', 'value'].map((name) => parts.get(name));
  const isKnown = (type === 'header' || type === 'cookie' || type === 'query') && /^[\w.-]+$/.test(key ?? '');
  const isPlain = parts.has('value') ? /^[\w-]+$/.test(value ?? '') : true;
  return isKnown && isPlain && parts.size === (parts.has('value') ? 3 : 2)
    ? { kind, type, key: key!, value }
    : undefined;
}

const entriesOf = (object: Node): (readonly [string | undefined, Node])[] =>
  childList(object, 'properties').map((each) => [
    each.type === 'ObjectProperty' && !each['computed'] ? nameOf(child(each, 'key')) : undefined,
    child(each, 'value') ?? each,
  ]);
