import type { Binding } from '../ast/bindings.js';
import { languageOf } from '../ast/language.js';
import { quoted } from '../ast/style.js';
import { child, childList, contains, nameOf, unwrap, yieldedBy, type Node } from '../ast/tree.js';
import type { MockHelper } from '../clerk/helpers.js';
import type { SourceFile } from '../source/source-file.js';

/** What a mock's factory makes. */
export interface MockFactory {
  readonly node: Node;
  readonly object: Node;
  /** The function that asks who is signed in. */
  readonly property: Node;
  readonly besides: readonly Node[];
}

/** The factory that makes a property. */
export const factoryOf = (node: Node, property: Node, file: SourceFile): MockFactory => {
  const object = unwrap(yieldedBy(node))!;
  return { node, object, property, besides: childList(object, 'properties').filter((each) => isBeside(each, file)) };
};

/** Takes out what a factory makes besides. Items that stand together go as one, with the comma that parted them from what stays. */
export function removeBesides({ object, besides }: MockFactory, { edits }: SourceFile): void {
  const items = childList(object, 'properties');
  for (const [index, item] of items.entries()) {
    if (!besides.includes(item) || besides.includes(items[index - 1]!)) continue;
    const after = items.slice(index).findIndex((each) => !besides.includes(each));
    if (after > 0) edits.remove({ start: item.start, end: items[index + after]!.start });
    else edits.remove({ start: items[index - 1]!.end, end: items.at(-1)!.end });
  }
}

const BESIDES: ReadonlySet<string> = new Set(['default', 'signIn', 'signOut', 'SessionProvider']);

/** What a factory may make besides: nothing in the file looks at it, or the file would be left as it is. */
export function isBeside(property: Node, { bindings }: SourceFile): boolean {
  const value = child(property, 'value');
  if (property.type !== 'ObjectProperty' || !value || !BESIDES.has(nameOf(child(property, 'key')) ?? '')) return false;
  const isOutside = ({ declaration, references }: Binding) =>
    !contains(value, declaration) && references.some((reference) => contains(value, reference));
  return !bindings.all.some((binding) => binding.imported === undefined && isOutside(binding));
}

/** The generated module for tests, which stands beside the one for sessions, and is named after it. */
export const mockModule = (helper: MockHelper, file: SourceFile): string | undefined =>
  file.context.helperModule(helper)?.replace(/(\.[cm]?[jt]s)?$/, '.mock$1');

export const isJest = (call: Node): boolean => nameOf(child(child(call, 'callee'), 'object')) === 'jest';

/** How a mock's factory loads a module as it is. */
export function loaded(module: string, call: Node, { path, style }: SourceFile): string {
  const name = quoted(module, style);
  const type = languageOf(path) === 'js' ? '' : `<typeof import(${name})>`;
  return isJest(call) ? `jest.requireActual${type}(${name})` : `(await import(${name}))`;
}

/** How it loads one as it is mocked. */
export function loadedMock(module: string, call: Node, { path, style }: SourceFile): string {
  const name = quoted(module, style);
  const type = languageOf(path) === 'js' ? '' : `<typeof import(${name})>`;
  return isJest(call) ? `jest.requireMock${type}(${name})` : `(await import(${name}))`;
}
