import { attributeNamed, attributeSpan, shownChildren } from '../ast/jsx.js';
import { listItem } from '../ast/lines.js';
import type { Piece } from '../ast/edits.js';
import { child, childList, isFunction, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** How the props that a component hands on by a spread go. */
export interface SpreadPlan {
  /** Takes the spread out; what the provider shows is written between its tags where the spread brought it. */
  apply(provider: Piece): void;
}

/**
 * `({ children, ...props }) => <SessionProvider {...props}>`: Clerk's provider takes none of the props, so nothing needs
 * them. `(props) => <SessionProvider {...props} />` shows `props.children`. Undefined where the spread holds something else.
 */
export function planSpread(element: Node, spread: Node, file: SourceFile): SpreadPlan | undefined {
  const { bindings, edits, text } = file;
  const argument = child(spread, 'argument');
  const binding = argument?.type === 'Identifier' ? bindings.of(argument) : undefined;
  if (!binding) return undefined;
  const [name] = binding.identifiers;
  const holder = bindings.parentOf(name!);
  const gone = attributeSpan(element, spread, text)!;
  if (holder?.type === 'RestElement') {
    const pattern = bindings.parentOf(holder);
    const owner = pattern && bindings.parentOf(pattern);
    const properties = childList(pattern, 'properties');
    if (!owner || !isFunction(owner) || binding.references.length > 1 || properties.length < 2) return undefined;
    return {
      apply: () => {
        edits.remove(gone);
        edits.remove(listItem(text, properties, properties.indexOf(holder)));
      },
    };
  }
  if (!holder || !isFunction(holder) || binding.references.some((node) => node !== argument && !isMemberOf(node, file)))
    return undefined;
  const opening = child(element, 'openingElement')!;
  const hasChildren = shownChildren(element).length > 0 || attributeNamed(element, 'children') !== undefined;
  return {
    apply: (provider) => {
      edits.remove(gone);
      if (hasChildren || opening['selfClosing'] !== true) return;
      const slash = text.lastIndexOf('/', opening.end);
      const start = slash - /\s*$/.exec(text.slice(gone.end, slash))![0].length;
      edits.replace({ start, end: opening.end }, '>{', argument!, '.children}</', provider, '>');
    },
  };
}

const isMemberOf = (node: Node, { bindings }: SourceFile): boolean => child(bindings.parentOf(node), 'object') === node;
