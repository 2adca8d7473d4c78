import { componentAround } from '../ast/components.js';
import { attributeNamed, attributesOf, hasComment, shownChildren, tagOf } from '../ast/jsx.js';
import { child, childList, contains, isCall, isFunction, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import type { Place } from '../clerk/sign-in-places.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import { isShownAsIs, takesOnClick } from './sign-in.js';

/** What leads to a page of the app's own that gives way to Clerk's, or to one of Auth.js's: where to, and where to go then. */
export interface Lead {
  readonly place: Place | 'SignOut';
  /** An address, or the expression that gives it. */
  readonly target: string | Node | undefined;
  /** Auth.js's address, which is a site. */
  readonly site: Entry | undefined;
}

export type LinkPlan =
  /** Clerk's button goes around an element; `bare` are the tags around what it shows, which go. */
  | { kind: 'around'; lead: Lead; element: Node; link: Node; gone: readonly Node[] }
  /** The link itself becomes a `<button>` in Clerk's. */
  | { kind: 'button'; lead: Lead; link: Node; gone: readonly Node[] }
  /** So does a link whose own handler asks Clerk already. */
  | { kind: 'bare'; lead: Lead; link: Node; gone: readonly Node[] }
  /** `redirect('/login')` of a server */
  | { kind: 'server'; lead: Lead; call: Node; isStatement: boolean }
  /** `destination: '/api/auth/signin'`, where the app's own page holds Clerk's form */
  | { kind: 'destination'; lead: Lead; value: Node; address: string }
  /** `router.push('/login')` in a component */
  | { kind: 'client'; lead: Lead; call: Node; component: Node };

/** Props of a link that a button has as well. */
const SHARED = /^(?:className|style|id|title|role|tabIndex|onClick|aria-[\w-]+|data-[\w-]+)$/;
/** Props of a link about how it is followed. */
const OF_LINKS = /^(?:href|prefetch|replace|scroll|passHref|legacyBehavior|target|rel)$/;
const TARGETS = ['callbackUrl', 'redirectTo', 'redirect_url', 'returnTo', 'next', 'from'];

/** What a text leads to: one of the pages, with nothing in its query but where to go then. */
export function leadOf(node: Node | undefined, file: SourceFile): Lead | undefined {
  const site = node && addressIn(node, file);
  const text = stringOf(node) ?? (node && openQuery(node));
  const [path = '', query = '', ...rest] = (text ?? '').split('?');
  const place = site ? ofAuthjs(path) : file.context.portal.get(path);
  if (!place || rest.length > 0) return undefined;
  if (stringOf(node) === undefined) return { place, target: givenBehind(node!), site };
  const given = [...new URLSearchParams(query)];
  if (given.length > 1 || given.some(([name, value]) => !TARGETS.includes(name) || !value.startsWith('/')))
    return undefined;
  return { place, target: given[0]?.[1], site };
}

/** Auth.js's own address in a node, be it the string itself or the head of a template. */
const addressIn = (node: Node, { entries }: SourceFile): Entry | undefined =>
  entries.find(({ site, settlement }) => site.kind === 'address' && !settlement && contains(node, site));

/** `/api/auth/signin`, and one provider's below it: Clerk's page offers all of them. */
function ofAuthjs(path: string): Lead['place'] | undefined {
  const said = /^\/api\/auth\/(signin|signout)(?:\/[\w-]+)?\/?$/.exec(path)?.[1];
  return said === undefined ? undefined : said === 'signin' ? 'SignIn' : 'SignOut';
}

/** The text of a template that ends with where to go then: `/login?callbackUrl=${to}`. */
function openQuery(node: Node): string | undefined {
  const [head, tail, ...more] = childList(node, 'quasis').map((each) => (each['value'] as { cooked: string }).cooked);
  const isOpen = node.type === 'TemplateLiteral' && tail === '' && more.length === 0;
  const name = isOpen ? /\?(\w+)=$/.exec(head ?? '')?.[1] : undefined;
  return name !== undefined && TARGETS.includes(name) ? head!.slice(0, -name.length - 1) : undefined;
}

/** What stands behind it, as it is meant. */
function givenBehind(template: Node): Node {
  const given = childList(template, 'expressions')[0]!;
  const isEncoded = isCall(given) && nameOf(child(given, 'callee')) === 'encodeURIComponent';
  return (isEncoded && childList(given, 'arguments')[0]) || given;
}

/** `<a>`, or Next's own link. */
export function isLink(element: Node, { bindings }: SourceFile): boolean {
  const opening = child(element, 'openingElement')!;
  const tag = child(opening, 'name');
  const isNamed = nameOf(tag) === 'a' || bindings.of(tag)?.imported?.source === 'next/link';
  return tag?.type === 'JSXIdentifier' && isNamed && !hasComment(opening);
}

const attributeName = (attribute: Node): string => nameOf(child(attribute, 'name')) ?? '';

export const isShared = (attribute: Node): boolean => SHARED.test(attributeName(attribute));
export const isOfLinks = (attribute: Node): boolean => OF_LINKS.test(attributeName(attribute));

/** Decides what becomes of an element or a call; undefined where it leads nowhere of concern, or not plainly. */
export function planLink(node: Node, file: SourceFile): LinkPlan | undefined {
  if (node.type === 'JSXElement') return planElement(node, file);
  if (node.type === 'ObjectProperty') return planDestination(node, file);
  if (node.type !== 'CallExpression') return undefined;
  const args = childList(node, 'arguments');
  const lead = args.length === 1 ? leadOf(args[0], file) : undefined;
  return lead && (planRedirect(node, lead, file) ?? planPush(node, lead, file));
}

function planElement(link: Node, file: SourceFile): LinkPlan | undefined {
  if (!isLink(link, file)) return undefined;
  const value = child(attributeNamed(link, 'href'), 'value');
  const lead = leadOf(value?.type === 'JSXExpressionContainer' ? child(value, 'expression') : value, file);
  if (!lead || !child(link, 'closingElement')) return undefined;
  const attributes = attributesOf(link);
  if (!attributes.every((each) => isShared(each) || isOfLinks(each))) return undefined;
  const gone = attributes.filter(isOfLinks);
  if (lead.site && asksItself(attributeNamed(link, 'onClick'), file)) return { kind: 'bare', lead, link, gone };
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

/** Whether a handler signs in or out by itself: the address is for browsers without scripts. */
const asksItself = (handler: Node | undefined, file: SourceFile): boolean =>
  handler !== undefined &&
  file.entries.some(({ site, node }) => /^sign(?:In|Out)$/.test(site.symbol) && contains(handler, node));

const isButton = (element: Node): boolean => /^(?:button|Button|IconButton)$/.test(tagOf(element) ?? '');

/** What getServerSideProps or next.config redirects to: Clerk gives no address there, but Auth.js's own led to this page. */
function planDestination(property: Node, file: SourceFile): LinkPlan | undefined {
  const { portal } = file.context;
  const signInPage = file.context.signInPage ?? file.context.clerkPage;
  const value = child(property, 'value');
  if (nameOf(child(property, 'key')) !== 'destination' || signInPage === undefined || portal.has(signInPage))
    return undefined;
  const lead = value?.type === 'StringLiteral' ? leadOf(value, file) : undefined;
  if (!value || !lead?.site || lead.place !== 'SignIn' || typeof lead.target === 'object') return undefined;
  const query = lead.target === undefined ? '' : `?redirect_url=${encodeURIComponent(lead.target)}`;
  return { kind: 'destination', lead, value, address: `${signInPage}${query}` };
}

function planRedirect(call: Node, lead: Lead, file: SourceFile): LinkPlan | undefined {
  const { bindings, context, side } = file;
  const imported = bindings.of(child(call, 'callee'))?.imported;
  if (imported?.source !== 'next/navigation' || imported.name !== 'redirect' || side === 'client') return undefined;
  // Where a middleware may run it, Clerk answers no auth().
  const isOfApp = context.routeKind.startsWith('app-') || !context.runsInMiddleware;
  if (!isOfApp || lead.place !== 'SignIn') return undefined;
  const around = [...bindings.ancestors(call)].find(isFunction);
  const parent = bindings.parentOf(call);
  const isStatement = parent?.type === 'ExpressionStatement';
  if (around?.['async'] !== true || !(isStatement || parent?.type === 'ReturnStatement')) return undefined;
  return { kind: 'server', lead, call, isStatement };
}

function planPush(call: Node, lead: Lead, file: SourceFile): LinkPlan | undefined {
  const { bindings } = file;
  const callee = child(call, 'callee');
  const component = componentAround(call, bindings);
  // In a handler a redirect of Next's leads away as well; where the component renders, no function of Clerk's may be called.
  const imported = bindings.of(callee)?.imported;
  const isLater = [...bindings.ancestors(call)].find(isFunction) !== component;
  if (imported?.source === 'next/navigation' && imported.name === 'redirect' && isLater && file.side === 'client')
    return component && { kind: 'client', lead, call, component };
  if (!isMember(callee) || !/^(?:push|replace)$/.test(nameOf(child(callee, 'property')) ?? '')) return undefined;
  const router = bindings.of(child(callee, 'object'))?.declaration;
  const hook = router && bindings.of(child(child(router, 'init'), 'callee'))?.imported;
  if (hook?.name !== 'useRouter' || !/^next\/(?:navigation|router)$/.test(hook.source)) return undefined;
  return component && { kind: 'client', lead, call, component };
}
