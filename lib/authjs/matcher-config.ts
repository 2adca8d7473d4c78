import { child, childList, nameOf, stringOf, type Node } from '../ast/tree.js';

/** `export const config = { matcher: … }` */
export interface MatcherConfig {
  readonly object: Node;
  /** The property; undefined where the object has none. */
  readonly property: Node | undefined;
  /** The matchers, where all are plain strings. */
  readonly strings: readonly string[] | undefined;
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
  if (!value) return { object, property, strings: undefined, elements: [] };
  const elements = value.type === 'ArrayExpression' ? childList(value, 'elements') : [value];
  if (!elements.every(({ type }) => type === 'StringLiteral' || type === 'ObjectExpression')) return null;
  const strings = elements.flatMap((element) => stringOf(element) ?? []);
  return { object, property, strings: strings.length === elements.length ? strings : undefined, elements };
}
