import type { Binding } from '../ast/bindings.js';
import { componentName, rendererAround } from '../ast/components.js';
import { child, isMember, type Node } from '../ast/tree.js';
import { OWN, type Origin } from '../authjs/modules.js';
import { isInstance, isReact } from '../authjs/session-calls.js';
import type { SourceFile, Use } from '../source/source-file.js';

/** A component that signs in, by itself or through components of its file that only it shows. */
export interface Candidate {
  readonly component: Node;
  /** Where it does: the uses in it, and the elements of those components. */
  readonly places: readonly Node[];
  readonly uses: readonly Use[];
}

const isAsked = isReact('signIn', 'getProviders', 'getCsrfToken');

/** A Server Action of the app's own that signs in. */
const isAction = ({ module, name }: Origin): boolean => module === OWN.action && name !== 'signOut';

export const isSignIn = ({ site }: Use): boolean => site.origin.name === 'signIn' || isAction(site.origin);

/** Whole pages before the parts of them: where a page can't be told, a part of it may. */
export function candidatesIn(file: SourceFile): Candidate[] {
  const own = new Map<Node, Use[]>();
  for (const use of file.uses((origin) => isAsked(origin) || isInstance('signIn')(origin) || isAction(origin))) {
    const component = rendererAround(use.node, file.bindings);
    if (component && !/^use[A-Z]/.test(componentName(component, file.bindings) ?? ''))
      own.set(component, [...(own.get(component) ?? []), use]);
  }
  const parts = [...own].map(([component, uses]) => ({ component, uses, places: uses.map(({ node }) => node) }));
  const wholes = new Map<Node, Candidate[]>();
  for (const part of parts) {
    const shown = shownBy(part.component, file);
    if (shown) wholes.set(shown.by, [...(wholes.get(shown.by) ?? []), { ...part, places: shown.elements }]);
  }
  const pages = [...wholes].map(([component, shown]): Candidate => {
    const all = [...parts.filter((each) => each.component === component), ...shown];
    return { component, places: all.flatMap(({ places }) => places), uses: all.flatMap(({ uses }) => uses) };
  });
  return [...pages, ...parts];
}

/** The one component that shows another, which is not exported, and where it does. */
function shownBy(component: Node, file: SourceFile): { by: Node; elements: Node[] } | undefined {
  const binding = bindingOf(component, file);
  const elements = (binding?.references ?? []).filter((node) => node.type === 'JSXIdentifier');
  if (!binding || elements.length === 0 || elements.length < binding.references.length) return undefined;
  const [by, ...others] = new Set(elements.map((node) => rendererAround(node, file.bindings)));
  const isHook = by && /^use[A-Z]/.test(componentName(by, file.bindings) ?? '');
  return by && !isHook && others.length === 0 && by !== component ? { by, elements } : undefined;
}

function bindingOf(component: Node, { bindings }: SourceFile): Binding | undefined {
  const id = child(component, 'id') ?? child(bindings.parentOf(component), 'id');
  return bindings.of(id);
}

/** The names that tell what a component is for, the most telling first. */
export function namesOf(component: Node, file: SourceFile): (string | undefined)[] {
  const name = componentName(component, file.bindings);
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const own = name === 'default' ? undefined : name;
  return file.context.route === undefined ? [own, stem] : [file.context.route, own];
}

/** The call that a use is the callee of. */
export function callOf({ node }: Use, { bindings }: SourceFile): Node | undefined {
  const parent = bindings.parentOf(node);
  const name = parent && isMember(parent) && child(parent, 'object') === node ? parent : node; // `NextAuth.signIn`
  const call = bindings.parentOf(name);
  return call?.type === 'CallExpression' && child(call, 'callee') === name ? call : undefined;
}
