import { child, childList, isCall, isFunction, isMember, nameOf, unwrap, walk, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** What a statement of a test file is to its runner: a test, a group of tests, or what runs around each of them. */
export type BlockKind = 'test' | 'group' | 'hook';

/** The names that all common runners share. */
const KINDS: readonly { kind: BlockKind; name: RegExp }[] = [
  { kind: 'test', name: /^(?:test|it|xit|xtest|fit)$/ },
  { kind: 'group', name: /^(?:describe|suite|xdescribe|fdescribe)$/ },
  { kind: 'hook', name: /^(?:before|after)(?:Each|All)$/ },
];

/** Where a file that does not have them as globals imports them from. */
const RUNNERS = /^(?:vitest|@jest\/globals|node:test|bun:test)$/;

/** `it('…', …)`, `describe.each(…)('…', …)`, `beforeEach(…)`: by binding, so that a `test` of the app's own is none. */
export function blockKind(statement: Node, { bindings }: SourceFile): BlockKind | undefined {
  if (statement.type !== 'ExpressionStatement') return undefined;
  let callee = unwrap(child(statement, 'expression'));
  if (!callee || !isCall(callee)) return undefined;
  while (callee && callee.type !== 'Identifier')
    callee = child(callee, isMember(callee) ? 'object' : callee.type === 'TaggedTemplateExpression' ? 'tag' : 'callee');
  const binding = bindings.of(callee);
  if (!callee || (binding && !RUNNERS.test(binding.imported?.source ?? ''))) return undefined;
  const name = binding?.imported?.name ?? nameOf(callee)!;
  return KINDS.find((each) => each.name.test(name))?.kind;
}

/** The function in which a group's tests stand; undefined where they come from elsewhere. */
export function bodyOf(group: Node): Node | undefined {
  const body = child(childList(unwrap(child(group, 'expression')), 'arguments').findLast(isFunction), 'body');
  return body?.type === 'BlockStatement' ? body : undefined;
}

/** The tests in a statement, however deep. */
export const testsIn = (statement: Node, file: SourceFile): Node[] =>
  [...walk(statement)].filter((node) => blockKind(node, file) === 'test');

/** `vi.mock('…', …)`, `jest.doMock('…')`: the node of the module string. */
export function mockedModule(statement: Node): Node | undefined {
  const call = statement.type === 'ExpressionStatement' ? unwrap(child(statement, 'expression')) : undefined;
  const callee = child(call, 'callee');
  const isMock =
    /^(?:vi|jest)$/.test(nameOf(child(callee, 'object')) ?? '') &&
    /^(?:do|unstable_)?[mM]ock(?:Module)?$/.test(nameOf(child(callee, 'property')) ?? '');
  return isMock ? childList(call, 'arguments')[0] : undefined;
}
