import { componentAround } from '../ast/components.js';
import { attributeNamed, attributesOf, hasComment, shownChildren, tagOf } from '../ast/jsx.js';
import { child, childList, isFunction, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import type { Place } from '../clerk/sign-in-places.js';
import type { SourceFile } from '../source/source-file.js';
import { isShownAsIs, takesOnClick } from './sign-in.js';

/** What leads to a page of the app's own that gives way to Clerk's: where to, and where to go then. */
export interface Lead {
  readonly place: Place;
  readonly target: string | undefined;
}

export type LinkPlan =
  /** Clerk's button goes around an element; `bare` are the tags around what it shows, which go. */
  | { kind: 'around'; lead: Lead; element: Node; link: Node; gone: readonly Node[] }
  /** The link itself becomes a `<button>` in Clerk's. */
  | { kind: 'button'; lead: Lead; link: Node; gone: readonly Node[] }
  /** `redirect('/login')` of a server */
  | { kind: 'server'; lead: Lead; call: Node; isStatement: boolean }
  /** `router.push('/login')` in a component */
  | { kind: 'client'; lead: Lead; call: Node; component: Node };

/** Props of a link that a button has as well. */
const SHARED = /^(?:className|style|id|title|role|tabIndex|onClick|aria-[\w-]+|data-[\w-]+)$/;
/** Props of a link about how it is followed. */
const OF_LINKS = /^(?:href|prefetch|replace|scroll|passHref|legacyBehavior|target|rel)$/;
const TARGETS = ['callbackUrl', 'redirectTo', 'redirect_url', 'returnTo', 'next', 'from'];

/** What a text leads to: one of the pages, with nothing in its query but where to go then. */
export function leadOf(text: string | undefined, { context }: SourceFile): Lead | undefined {
  const [path = '', query = '', ...rest] = (text ?? '').split('?');
  const place = context.portal.get(path);
  if (!place || rest.length > 0) return undefined;
  const given = [...new URLSearchParams(query)];
  if (given.length > 1 || given.some(([name, value]) => !TARGETS.includes(name) || !value.startsWith('/')))
    return undefined;
  return { place, target: given[0]?.[1] };
}

/** Decides what becomes of an element or a call; undefined where it leads nowhere of concern, or not plainly. */
export function planLink(node: Node, file: SourceFile): LinkPlan | undefined {
  if (node.type === 'JSXElement') return planElement(node, file);
  if (node.type !== 'CallExpression') return undefined;
  const args = childList(node, 'arguments');
  const lead = args.length === 1 ? leadOf(stringOf(args[0]), file) : undefined;
  return lead && (planRedirect(node, lead, file) ?? planPush(node, lead, file));
}

function planElement(link: Node, file: SourceFile): LinkPlan | undefined {
  const tag = child(child(link, 'openingElement'), 'name');
  const isLink = nameOf(tag) === 'a' || file.bindings.of(tag)?.imported?.source === 'next/link';
  if (tag?.type !== 'JSXIdentifier' || !isLink || hasComment(child(link, 'openingElement')!)) return undefined;
  const value = child(attributeNamed(link, 'href'), 'value');
  const lead = leadOf(stringOf(value?.type === 'JSXExpressionContainer' ? child(value, 'expression') : value), file);
  if (!lead || !child(link, 'closingElement')) return undefined;
  const attributes = attributesOf(link);
  const names = attributes.map((each) => nameOf(child(each, 'name')) ?? '');
  if (!names.every((name) => SHARED.test(name) || OF_LINKS.test(name))) return undefined;
  const gone = attributes.filter((_, index) => OF_LINKS.test(names[index]!));
  const isBare = gone.length === attributes.length;
  const [shown, ...others] = shownChildren(link);
  // `<Link href="/login"><Button>Sign in</Button></Link>`
  if (shown?.type === 'JSXElement' && others.length === 0 && takesOnClick(shown, file.bindings) && isButton(shown))
    return isBare && isShownAsIs(link, file) ? { kind: 'around', lead, element: shown, link, gone: [] } : undefined;
  // `<Button asChild><Link href="/login">Sign in</Link></Button>`
  const parent = file.bindings.parentOf(link);
  const slot = parent?.type === 'JSXElement' ? attributeNamed(parent, 'asChild') : undefined;
  if (parent && slot)
    return isBare && isButton(parent) && shownChildren(parent).length === 1 && isShownAsIs(parent, file)
      ? { kind: 'around', lead, element: parent, link, gone: [slot] }
      : undefined;
  return isShownAsIs(link, file) ? { kind: 'button', lead, link, gone } : undefined;
}

const isButton = (element: Node): boolean => /^(?:button|Button|IconButton)$/.test(tagOf(element) ?? '');

function planRedirect(call: Node, lead: Lead, file: SourceFile): LinkPlan | undefined {
  const { bindings, context, side } = file;
  const imported = bindings.of(child(call, 'callee'))?.imported;
  if (imported?.source !== 'next/navigation' || imported.name !== 'redirect' || side === 'client') return undefined;
  // Where a middleware may run it, Clerk answers no auth().
  if (!context.routeKind.startsWith('app-') || lead.place === 'SignUp') return undefined;
  const around = [...bindings.ancestors(call)].find(isFunction);
  const parent = bindings.parentOf(call);
  const isStatement = parent?.type === 'ExpressionStatement';
  if (around?.['async'] !== true || !(isStatement || parent?.type === 'ReturnStatement')) return undefined;
  return { kind: 'server', lead, call, isStatement };
}

function planPush(call: Node, lead: Lead, file: SourceFile): LinkPlan | undefined {
  const { bindings } = file;
  const callee = child(call, 'callee');
  if (!isMember(callee) || !/^(?:push|replace)$/.test(nameOf(child(callee, 'property')) ?? '')) return undefined;
  const router = bindings.of(child(callee, 'object'))?.declaration;
  const hook = router && bindings.of(child(child(router, 'init'), 'callee'))?.imported;
  if (hook?.name !== 'useRouter' || !/^next\/(?:navigation|router)$/.test(hook.source)) return undefined;
  const component = componentAround(call, bindings);
  return component && { kind: 'client', lead, call, component };
}
