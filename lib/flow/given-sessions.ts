import { child, childList, childrenOf, contains, isCall, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { isCompared } from './test-mocks.js';

const GIVES = /^mock(?:Resolved|Return)Value(?:Once)?$|^mockImplementation(?:Once)?$/;

/**
 * Whether a test expects a session, or a user, that it gives to a mock to come out as the very object: what Clerk's functions
 * are asked for is another one. Only what stands in a constant can be compared.
 * @param isAnswer whether what a value is given to says who is signed in
 */
export function expectsGiven(isAnswer: (mock: Node) => boolean, file: SourceFile): boolean {
  const { program, bindings } = file;
  const isKept = (node: Node) => bindings.of(node) !== undefined && isCompared(node, file);
  const visit = (node: Node): boolean => {
    const callee = isCall(node) ? child(node, 'callee') : undefined;
    const isGiving = isMember(callee) && GIVES.test(nameOf(child(callee, 'property')) ?? '');
    if (isGiving && childList(node, 'arguments').some((given) => wholes(given).some((each) => isKept(each))))
      if (isAnswer(child(callee, 'object')!)) return true;
    return [...childrenOf(node)].some(({ child: inner }) => visit(inner));
  };
  return visit(program);
}

/** Whether an expression is one of Auth.js's functions, in whatever cast, or a constant that was set to it. */
export function isMockOf(uses: readonly Node[], mock: Node, { bindings }: SourceFile): boolean {
  const isIn = (node: Node | undefined) => node !== undefined && uses.some((use) => contains(node, use));
  const declaration = bindings.of(unwrap(mock))?.declaration;
  return isIn(mock) || (declaration?.type === 'VariableDeclarator' && isIn(child(declaration, 'init')));
}

/** The names that an expression holds as they are: itself, the `user` of an object, what a function gives back. */
function wholes(expression: Node): Node[] {
  const node = unwrap(expression)!;
  if (node.type === 'Identifier') return [node];
  if (node.type === 'ArrowFunctionExpression') return wholes(child(node, 'body')!);
  if (node.type !== 'ObjectExpression') return [];
  return childList(node, 'properties').flatMap((property) => {
    const value = nameOf(child(property, 'key')) === 'user' ? child(property, 'value') : undefined;
    return value ? wholes(value) : [];
  });
}

const COUNTS = /^to(?:Have)?Be(?:en)?Called(?:Times|Once)$/;
const ARGUMENTS = /^to(?:Have)?Be(?:en)?(?:Last|Nth)?Called(?:With|OnceWith|Before|After)$/;

/**
 * Whether a test looks at how its own function was called: Clerk's stand-ins call it without arguments, and its hooks more
 * often than Auth.js's.
 */
export function watches(own: Node, isHook: boolean, file: SourceFile): boolean {
  const inside = file.textOf(own);
  const visit = (node: Node): boolean => {
    const callee = isCall(node) ? child(node, 'callee') : undefined;
    const matcher = isMember(callee) ? (nameOf(child(callee, 'property')) ?? '') : '';
    if (ARGUMENTS.test(matcher) || (isHook && COUNTS.test(matcher))) {
      const expected = expectedIn(child(callee, 'object'));
      if (expected && inside.includes(file.textOf(expected))) return true;
    }
    return [...childrenOf(node)].some(({ child: inner }) => visit(inner));
  };
  return visit(file.program);
}

/** The X of `expect(X)`, `expect(X).not`, `expect(vi.mocked(X))`. */
function expectedIn(node: Node | undefined): Node | undefined {
  if (isMember(node)) return expectedIn(child(node, 'object'));
  const [argument] = isCall(node) ? childList(node, 'arguments') : [];
  return isCall(argument) ? childList(argument, 'arguments')[0] : argument;
}
