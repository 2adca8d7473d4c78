import { statementsOf } from '../ast/components.js';
import { child, childList, childrenOf, contains, isFunction, nameOf, stringOf, walk, type Node } from '../ast/tree.js';
import { sendsMail } from '../clerk/strategies.js';
import type { SourceFile } from '../source/source-file.js';
import { isPure } from './purity.js';
import { optionOf } from './sign-in-wishes.js';

/** How a form that asks for a link by e-mail asks Clerk for one, and lets in who comes back by it. */
export interface EmailLink {
  readonly address: Node;
  /** Where people go then; undefined where that is the page that they are on. */
  readonly target: Node | undefined;
  /** The statement of the component in front of which an effect may stand. */
  readonly before: Node;
  /** What the target is made of that belongs to the component: its effect depends on it. */
  readonly names: readonly string[];
}

/** Auth.js goes back to the page that somebody is on, unless a place is named. */
const HERE = /^window\.location(?:\.href|\.pathname)?$/;

/**
 * Reads `signIn("email", { email, redirect: false, callbackUrl })`: undefined for other options, and for a target that
 * can't be worked out when somebody comes back by the link.
 */
export function emailLinkOf(call: Node, component: Node, file: SourceFile): EmailLink | undefined {
  const [provider, options, ...more] = childList(call, 'arguments');
  if (!sendsMail(stringOf(provider) ?? '') || options?.type !== 'ObjectExpression' || more.length > 0) return undefined;
  const address = addressIn(options, file);
  const statements = statementsOf(component);
  // Hooks stand above all that ends the component early.
  const before = statements.find((each) => contains(each, call) || mayReturn(each));
  if (!address || !before) return undefined;
  const wanted = optionOf(call, file);
  if (wanted === 'hidden') return undefined;
  const target = wanted && HERE.test(file.textOf(wanted)) ? undefined : wanted;
  const names = target ? namesIn(target, component, before, file) : [];
  return names && { address, target, before, names };
}

/** The address among the options, if nothing else is there but where to go. */
function addressIn(options: Node, file: SourceFile): Node | undefined {
  if (/\/[/*]/.test(file.textOf(options).replaceAll('://', ''))) return undefined; // comments would go
  let address: Node | undefined;
  for (const property of childList(options, 'properties')) {
    const isPlain = property.type === 'ObjectProperty' && !property['computed'];
    const name = isPlain ? nameOf(child(property, 'key')) : undefined;
    const value = child(property, 'value');
    if (name === undefined || !value || !isPure(value, true, file)) return undefined;
    if (/^e-?mail$/i.test(name)) address = value;
    else if (!/^(?:redirect|callbackUrl|redirectTo)$/.test(name)) return undefined;
  }
  return address;
}

/** The names of the component's own that a target reads; undefined where some are known to the form's handler alone. */
function namesIn(target: Node, component: Node, before: Node, file: SourceFile): string[] | undefined {
  const names = new Set<string>();
  for (const node of walk(target)) {
    if (isFunction(node) || node.type === 'AwaitExpression') return undefined;
    const binding = node.type === 'Identifier' ? file.bindings.of(node) : undefined;
    if (!binding) {
      if (/^(?:window|document|location)$/.test(nameOf(node) ?? '')) return undefined; // Clerk's answer stands there
      continue;
    }
    const { declaration } = binding;
    if (!declaration) return undefined;
    if (!contains(component, declaration)) continue;
    if (declaration.start >= before.start || isState(declaration, file)) return undefined;
    names.add(binding.name);
  }
  return [...names];
}

/** What somebody did on the page is gone when they come back. */
const isState = (declaration: Node, file: SourceFile): boolean =>
  /\buse(?:State|Reducer|Ref)\b/.test(file.textOf(child(declaration, 'init') ?? { start: 0, end: 0 }));

/** Whether a statement may end the function that it stands in. */
function mayReturn(node: Node): boolean {
  if (isFunction(node)) return false;
  return node.type === 'ReturnStatement' || [...childrenOf(node)].some((each) => mayReturn(each.child));
}
