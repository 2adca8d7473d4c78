import type { Bindings } from '../ast/bindings.js';
import { isElement, shownChildren, tagOf } from '../ast/jsx.js';
import { child, childList, isFunction, type Node, type Span } from '../ast/tree.js';

/** Where something stands in what a component shows. */
export interface Shown {
  /** The expression that the component returns. */
  readonly root: Node;
  /** The elements and `{…}` around it that stand for themselves, the outermost first: none that a list or a prop makes. */
  readonly path: readonly Node[];
}

/** Where a node stands in what a component returns; undefined where it is no part of that. */
export function shownAt(node: Node, component: Node, bindings: Bindings): Shown | undefined {
  const chain = [node];
  for (const at of bindings.ancestors(node)) {
    if (at === component) break;
    chain.unshift(at);
  }
  const from = rootIndex(chain, component);
  if (from === undefined) return undefined;
  const path: Node[] = [];
  for (let index = from; index < chain.length; index++) {
    const at = chain[index]!;
    if (isElement(at) || at.type === 'JSXExpressionContainer') path.push(at);
    if (!leadsOn(at, chain[index + 1])) break;
  }
  return { root: chain[from]!, path };
}

/** The place in a chain of nodes where what the component returns begins. */
function rootIndex(chain: readonly Node[], component: Node): number | undefined {
  if (child(component, 'body') === chain[0] && chain[0]!.type !== 'BlockStatement') return 0;
  const returned = chain.findIndex(({ type }) => type === 'ReturnStatement');
  const inner = chain.findIndex(isFunction);
  return returned < 0 || (inner >= 0 && inner < returned) || returned + 1 >= chain.length ? undefined : returned + 1;
}

/** Whether what stands inside shows as part of the node around it, and on its own. */
function leadsOn(outer: Node, inner: Node | undefined): boolean {
  switch (outer.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return (
        inner !== undefined &&
        (isElement(inner) || inner.type === 'JSXExpressionContainer') &&
        childList(outer, 'children').includes(inner)
      );
    case 'ConditionalExpression':
      return inner !== child(outer, 'test');
    case 'LogicalExpression':
      return inner === child(outer, 'right');
    default:
      return outer.type === 'JSXExpressionContainer' || outer.type === 'ParenthesizedExpression';
  }
}

/** Elements that are a form, or hold the state of the one in them. */
const FORM = /^(?:[fF]orm|FormProvider|FormRoot)$/;

/**
 * The smallest part of what is shown that holds all the places: one element, one `{…}`, or several that follow each
 * other. A form is taken whole. Undefined where they stand in different returns.
 */
export function regionOf(places: readonly Shown[]): { span: Span; root: Node; whole: Node | undefined } | undefined {
  const [first] = places;
  if (!first || places.some(({ root }) => root !== first.root)) return undefined;
  const paths = places.map(({ path }) => {
    const form = path.findIndex((node) => FORM.test(tagOf(node) ?? ''));
    return form < 0 ? path : path.slice(0, form + 1);
  });
  let common = 0;
  while (paths.every((path) => path[common] !== undefined && path[common] === paths[0]![common])) common += 1;
  const whole = common === 0 ? first.root : paths[0]![common - 1]!;
  const isEnd = paths.some((path) => path.length === common);
  if (common === 0 || isEnd || !isElement(whole)) {
    const around = aroundForm(whole, paths[0]!.slice(0, common));
    return { span: around, root: first.root, whole: around };
  }
  const children = paths.map((path) => path[common]!);
  const span = {
    start: Math.min(...children.map((each) => each.start)),
    end: Math.max(...children.map((each) => each.end)),
  };
  const shown = shownChildren(whole).filter(isShown);
  const isAll = shown[0]!.start === span.start && shown.at(-1)!.end === span.end;
  // Nothing but a fragment would be left around it.
  return isAll && whole.type === 'JSXFragment'
    ? { span: whole, root: first.root, whole }
    : { span, root: first.root, whole: undefined };
}

/** `<Form {...form}><form>` is one. */
function aroundForm(node: Node, path: readonly Node[]): Node {
  const parent = path.at(-2);
  const isAlone = parent !== undefined && shownChildren(parent).filter(isShown).length === 1;
  return isAlone && FORM.test(tagOf(parent) ?? '') ? aroundForm(parent, path.slice(0, -1)) : node;
}

/** A comment in braces shows nothing. */
const isShown = (node: Node): boolean => child(node, 'expression')?.type !== 'JSXEmptyExpression';
