import { child, childList, contains, isCall, isMember, nameOf, unwrap, walk, type Node } from '../ast/tree.js';
import { isOfSetUp } from '../authjs/data-types.js';
import { authModule } from '../source/auth-module.js';
import type { SourceFile } from '../source/source-file.js';
import type { ChainState } from './chain-state.js';

/** Where a property stands that only the set-up reads: in types, and in objects that are made with it. */
export type SetUpProperties = ReadonlyMap<string, readonly Node[]>;

/**
 * Properties that hold a provider of Auth.js's beside what the app itself asks for, and that nothing but the set-up reads:
 * `interface Method { id: string; provider: Provider }`. They go with it, and what they alone were made with. Every place in
 * the app that says the name has to be known for one, or all stay.
 */
export function setUpProperties(state: ChainState): SetUpProperties {
  const found = new Map<string, Node[]>();
  for (const name of new Set(state.files.flatMap((file) => declaredIn(file))))
    for (const [path, nodes] of placesOf(name, state) ?? []) found.set(path, [...(found.get(path) ?? []), ...nodes]);
  return found;
}

/** The names of properties whose type is a provider's. */
const declaredIn = (file: SourceFile): string[] =>
  file.uses(isOfSetUp).flatMap(({ node }) => {
    const property = [...file.bindings.ancestors(node)].find(({ type }) => type === 'TSPropertySignature');
    const name = nameOf(child(property, 'key'));
    return property && name !== undefined && isOfProvider(property, file) ? name : [];
  });

/** The declarations and values of a property in each file; undefined where anything else may be done with it. */
function placesOf(name: string, state: ChainState): Map<string, Node[]> | undefined {
  const word = new RegExp(String.raw`(?<![\w$])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g');
  if (state.found.othersWith(name).some(({ text }) => text.search(word) >= 0)) return undefined;
  const places = new Map<string, Node[]>();
  let isRead = false;
  for (const { path, text } of state.found.files.values()) {
    if (text.search(word) < 0) continue;
    const file = state.files.find((each) => each.path === path);
    const offsets = new Set(Array.from(file?.text.matchAll(word) ?? [], ({ index }) => index));
    if (!file) return undefined;
    for (const node of walk(file.program)) {
      if (node.type !== 'Identifier' || !offsets.has(node.start) || nameOf(node) !== name) continue;
      const place = placeOf(node, file, state);
      if (place === undefined) return undefined;
      offsets.delete(node.start);
      if (place === 'read') isRead = true;
      else places.set(path, [...(places.get(path) ?? []), place]);
    }
    if (offsets.size > 0) return undefined; // a string may name it, and a comment speaks of it
  }
  return isRead ? places : undefined;
}

function placeOf(key: Node, file: SourceFile, state: ChainState): Node | 'read' | undefined {
  const parent = file.bindings.parentOf(key);
  if (!parent || parent['computed'] === true || file.edits.touches(parent)) return undefined;
  if (isMember(parent))
    return child(parent, 'property') === key && goesWithSetUp(parent, file, state) ? 'read' : undefined;
  if (child(parent, 'key') !== key) return undefined;
  if (parent.type === 'TSPropertySignature') return isOfProvider(parent, file) ? parent : undefined;
  if (parent.type !== 'ObjectProperty' || parent['shorthand'] === true) return undefined;
  const object = file.bindings.parentOf(parent);
  const isOneOfMore = object?.type === 'ObjectExpression' && childList(object, 'properties').length > 1;
  return isOneOfMore && makesProvider(child(parent, 'value'), file) ? parent : undefined;
}

function goesWithSetUp(node: Node, file: SourceFile, { staysIn }: ChainState): boolean {
  const stays = staysIn(file.path);
  return authModule(file).owned.some((each) => contains(each, node)) && !stays.some((each) => contains(each, node));
}

/** `name: Provider` */
function isOfProvider(property: Node, file: SourceFile): boolean {
  const type = child(child(property, 'typeAnnotation'), 'typeAnnotation');
  const name = type?.type === 'TSTypeReference' ? child(type, 'typeName') : undefined;
  return file.uses(isOfSetUp).some(({ node }) => node === name);
}

/** Whether a value is what one of Auth.js's providers makes, or a function of the file that has one made. */
function makesProvider(value: Node | undefined, file: SourceFile): boolean {
  const call = unwrap(value);
  const callee = call && isCall(call) ? child(call, 'callee') : undefined;
  const uses = file.uses(isOfSetUp);
  if (!callee || uses.some(({ node }) => node === callee)) return callee !== undefined;
  const binding = file.bindings.of(callee);
  return (
    binding !== undefined &&
    !binding.imported &&
    binding.scope === file.bindings.program &&
    uses.some(({ node }) => contains(binding.declaration, node))
  );
}
