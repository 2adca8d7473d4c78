import { statementsOf } from '../ast/components.js';
import { attributeNamed, attributeSpan } from '../ast/jsx.js';
import { indentAt } from '../ast/style.js';
import { child, childList, contains, isFunction, isMember, nameOf, type Node, type Span } from '../ast/tree.js';
import { COUNTERPARTS } from '../clerk/sign-in.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { deadCode, namesIn, type DeadCode } from './dead-code.js';
import { loadingOf } from './sign-in-form.js';
import { isSignIn, type Candidate } from './sign-in-candidates.js';
import type { Plan } from './sign-in-plan.js';
import { planFor } from './sign-in.js';
import { propOf } from './sign-in-props.js';
import { shownAt } from './shown.js';

/** A list of buttons, one for each provider: they are the same but for where they lead. */
interface List {
  readonly braces: Node;
  readonly button: Extract<Plan, { kind: 'wrap' }>;
}

export interface ListsPlan {
  readonly lists: readonly List[];
  readonly statements: readonly Node[];
  readonly dead: DeadCode;
}

/**
 * `{providers && Object.values(providers).map((provider) => <button onClick={() => signIn(provider.id)}>…)}` → one
 * button. Undefined where the buttons show which provider is whose, or the providers are used besides.
 */
export function planLists({ component, uses }: Candidate, file: SourceFile): ListsPlan | undefined {
  const data = uses.filter((use) => !isSignIn(use));
  const lists = uses.filter(isSignIn).map((use) => listAround(use, component, file));
  const loading = data.map(({ node }) => {
    const statement = statementsOf(component).find((each) => contains(each, node));
    return statement && loadingOf(statement, node, file);
  });
  if (data.length === 0 || lists.length === 0) return undefined;
  const [known, loaded] = [lists.flatMap((each) => each ?? []), loading.flatMap((each) => each ?? [])];
  if (known.length < lists.length || loading.includes(undefined)) return undefined;
  const gone: Span[] = [...loaded, ...known.map(({ braces }) => braces)];
  const dead = deadCode(
    gone,
    known.map(({ button }) => button.element),
    file,
  );
  // The providers are shown, or counted, elsewhere too.
  const isHalf = [...dead.bindings].some((binding) => {
    const siblings = namesIn(child(binding.declaration, 'id'), file);
    return (
      binding.declaration.type === 'VariableDeclarator' &&
      siblings.some((each) => !dead.bindings.has(each) && each.references.length > 0)
    );
  });
  return isHalf ? undefined : { lists: known, statements: loaded, dead };
}

function listAround(use: Use, component: Node, file: SourceFile): List | undefined {
  const { bindings } = file;
  const braces = shownAt(use.node, component, bindings)?.path.at(-1);
  const button = planFor(use, file);
  if (braces?.type !== 'JSXExpressionContainer' || button.kind !== 'wrap') return undefined;
  const callback = [...bindings.ancestors(button.element)].find(isFunction);
  const call = callback && bindings.parentOf(callback);
  const callee = child(call, 'callee');
  if (!callback || !contains(braces, callback) || !isMember(callee) || nameOf(child(callee, 'property')) !== 'map')
    return undefined;
  const own = [button.attribute, ...[attributeNamed(button.element, 'key') ?? []].flat()];
  const isSame = childList(callback, 'params').every((parameter) =>
    namesIn(parameter, file).every(({ references }) =>
      references.every((node) => !contains(button.element, node) || own.some((each) => contains(each, node))),
    ),
  );
  return isSame ? { braces, button } : undefined;
}

/** Puts the one button in the place of a list; gives the text that it keeps. */
export function rewriteList({ braces, button: { element, attribute, call } }: List, file: SourceFile): Span {
  const { text, edits, style } = file;
  const component = file.clerk(COUNTERPARTS[call.action].component);
  const key = attributeNamed(element, 'key');
  const gone = [attributeSpan(element, attribute, text)!, ...(key ? [attributeSpan(element, key, text)!] : [])];
  const indent = indentAt(text, braces.start);
  edits.replace(
    braces,
    '<',
    component,
    `${propOf(call, file)}>\n${indent}${style.indent}`,
    element,
    `\n${indent}</`,
    component,
    '>',
  );
  for (const span of gone) edits.remove(span);
  const shift = indentAt(text, element.start).length - indent.length - style.indent.length;
  if (shift > 0) outdent(element, shift, gone, file);
  return element;
}

/** Moves the lines of an element out, but for those that go. */
function outdent(element: Node, shift: number, gone: readonly Span[], { text, edits }: SourceFile): void {
  for (let at = text.indexOf('\n', element.start); at >= 0 && at < element.end; at = text.indexOf('\n', at + 1)) {
    const line = { start: at + 1, end: at + 1 + shift };
    const isGone = gone.some(({ start, end }) => start < line.start && line.start <= end);
    if (!isGone && text.slice(line.start, line.end).trim() === '') edits.remove(line);
  }
}
