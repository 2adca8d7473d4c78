import { componentAround, componentName, rendererAround } from '../ast/components.js';
import {
  attributeNamed,
  attributesOf,
  attributeSpan,
  elementOf,
  hasComment,
  shownChildren,
  shownIn,
  tagOf,
} from '../ast/jsx.js';
import { child, childList, contains, isFunction, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import { OWN } from '../authjs/modules.js';
import { isForMembers } from '../clerk/sign-in-places.js';
import { readArguments, WHY, type Action, type SignInCall } from '../clerk/sign-in.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { isDependency } from './contexts.js';
import { inBrowser, onServer } from './sign-in-elsewhere.js';
import { manual, type Plan } from './sign-in-plan.js';
import { isSteady } from './steady.js';
import { unusedResult } from './unused-result.js';

/** Decides what becomes of a use, and edits nothing. */
export function planFor(use: Use, file: SourceFile): Plan {
  const { bindings } = file;
  if (use.site.origin.module === OWN.action) return planForAction(use, file);
  const action = use.site.origin.name as Action;
  const isServer = use.site.origin.module === OWN.instance;
  const parent = bindings.parentOf(use.node);
  const name = parent && isMember(parent) && child(parent, 'object') === use.node ? parent : use.node; // `NextAuth.signIn`
  const call = bindings.parentOf(name);
  if (call?.type !== 'CallExpression' || child(call, 'callee') !== name)
    return isServer
      ? manual(WHY.server)
      : planForValue({ action, args: [], provider: undefined, target: undefined, options: undefined }, name, file);
  const read = readArguments(action, call);
  // A route that answers requests is no form, and no component takes its place.
  const isRoute = isServer && action === 'signIn' && file.context.routeKind === 'app-route';
  if ('rule' in read) return manual(isRoute ? WHY.route : read);
  if (read.provider !== undefined && isForMembers(namesAround(use.node, file), read.provider === null))
    return manual(WHY.provider);
  const target = read.target && child(read.target, 'value');
  // Two edits of one name would overlap: `{ callbackUrl }` where callbackUrl itself was renamed.
  if (read.target?.['shorthand'] && file.edits.touches(read.target)) return manual(WHY.options);
  const isPlain = !target || (canMove(target, file) && isSteady(target, file));
  if (isServer) return (!read.stays && isPlain && formAround(call, read, file)) || onServer(read, call, name, file);
  const last = unusedResult(call, file);
  if (!last) return manual(WHY.result);
  const handler = isPlain && !read.stays && last === call ? soleHandler(call, file) : undefined;
  return (handler && wrap(read, handler.attribute, handler.prevents, file)) ?? hook(read, call, name, 'call', file);
}

/** The names of the component, the file and the page around a node. */
function namesAround(node: Node, file: SourceFile): (string | undefined)[] {
  const component = rendererAround(node, file.bindings);
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return [component && componentName(component, file.bindings), stem, file.context.route];
}

/** An action of the app's own that does nothing but sign in or out, called or handed to a form. */
function planForAction({ node, site }: Use, file: SourceFile): Plan {
  const { name, leadsTo } = site.origin;
  const { bindings } = file;
  const isFixed = leadsTo?.parameter === undefined && leadsTo?.constant === undefined;
  if (name === 'form' || !isFixed) return manual(WHY.action);
  const address = leadsTo?.text === undefined ? undefined : (JSON.parse(leadsTo.text) as string);
  const read: SignInCall = {
    action: name as Action,
    args: childList(bindings.parentOf(node), 'arguments'),
    provider: undefined,
    target: undefined,
    options: undefined,
    address,
  };
  const parent = bindings.parentOf(node)!;
  if (parent.type === 'CallExpression' && child(parent, 'callee') === node) {
    const fn = [...bindings.ancestors(node)].find(isFunction);
    if (fn && childList(child(fn, 'body'), 'directives').some(isUseServer))
      return formAround(parent, read, file) ?? manual(WHY.action);
    const last = unusedResult(parent, file);
    if (!last) return manual(WHY.action);
    const handler = last === parent ? soleHandler(parent, file) : undefined;
    return (handler && wrap(read, handler.attribute, handler.prevents, file)) ?? hook(read, parent, node, 'call', file);
  }
  const form = parent.type === 'JSXExpressionContainer' ? formWith(bindings.parentOf(parent)!, read, file) : undefined;
  if (form) return form;
  const value = planForValue(read, node, file);
  // What the action knows, where it leads, goes with it.
  return value.kind === 'manual' || value.kind === 'bridge' ? manual(WHY.action) : value;
}

/** `onClick={signOut}` calls it with the event, which neither library reads; other values go who knows where. */
function planForValue(read: SignInCall, value: Node, file: SourceFile): Plan {
  const { bindings } = file;
  const { action } = read;
  const parent = bindings.parentOf(value);
  if (isDependency(value, bindings)) {
    const component = componentAround(value, bindings);
    return component ? { kind: 'dependency', action, component, replaced: value } : manual(WHY.value);
  }
  const attribute = parent?.type === 'JSXExpressionContainer' ? bindings.parentOf(parent) : undefined;
  const prop = attribute?.type === 'JSXAttribute' ? nameOf(child(attribute, 'name')) : undefined;
  if (!attribute || !/^on(?:Click|Select|Press)$/.test(prop ?? ''))
    return (action === 'signOut' ? inBrowser(read, value, file) : undefined) ?? manual(WHY.value);
  const wrapped = prop === 'onClick' ? wrap(read, attribute, false, file) : undefined;
  return wrapped ?? hook(read, value, value, 'handler', file);
}

function hook(call: SignInCall, at: Node, replaced: Node, form: 'call' | 'handler', file: SourceFile): Plan {
  const component = componentAround(at, file.bindings);
  if (component) return { kind: 'hook', call, component, at, replaced, form };
  return (form === 'call' ? inBrowser(call, replaced, file) : undefined) ?? manual(WHY.outside);
}

/** The handler that does nothing but call, as `onClick` of an element; whether it prevents the event's default too. */
function soleHandler(call: Node, file: SourceFile): { attribute: Node; prevents: boolean } | undefined {
  const { bindings } = file;
  const fn = [...bindings.ancestors(call)].find(isFunction);
  const attribute = fn && attributeHolding(fn, 'onClick', file);
  if (!fn || !attribute) return undefined;
  const body = child(fn, 'body')!;
  const rest = body.type === 'BlockStatement' ? childList(body, 'body').filter((each) => !contains(each, call)) : [];
  const [parameter, ...others] = childList(fn, 'params');
  const event = parameter && bindings.of(parameter);
  const isPrevented = rest.length === 1 && event !== undefined && isPreventDefault(rest[0]!, nameOf(parameter)!);
  const isAlone = isCalledAlone(call, body, file) && (rest.length === 0 || isPrevented);
  const isIgnored = !parameter || (event !== undefined && event.references.length === rest.length);
  return isAlone && isIgnored && others.length === 0 ? { attribute, prevents: isPrevented } : undefined;
}

/** Whether nothing but `await`, `void`, `return` and a block stands between a call and the function's body. */
function isCalledAlone(call: Node, body: Node, { bindings }: SourceFile): boolean {
  for (let at = call; at !== body; at = bindings.parentOf(at)!)
    if (at !== call && !/^(?:AwaitExpression|UnaryExpression|ExpressionStatement|ReturnStatement)$/.test(at.type))
      return false;
  return body.type !== 'BlockStatement' || childList(body, 'directives').every(isUseServer);
}

const isUseServer = (directive: Node): boolean => child(directive, 'value')?.['value'] === 'use server';

function isPreventDefault(statement: Node, event: string): boolean {
  const callee = child(child(statement, 'expression'), 'callee');
  return nameOf(child(callee, 'object')) === event && nameOf(child(callee, 'property')) === 'preventDefault';
}

/** The attribute of that name whose value is the node. */
function attributeHolding(node: Node, name: string, { bindings }: SourceFile): Node | undefined {
  const container = bindings.parentOf(node);
  const attribute = container?.type === 'JSXExpressionContainer' ? bindings.parentOf(container) : undefined;
  return attribute?.type === 'JSXAttribute' && nameOf(child(attribute, 'name')) === name ? attribute : undefined;
}

/** Parents that clone their child or look at what it is, by the last word of their name: Clerk's button in between would get what the child needs. */
const CLONES =
  /(?:Trigger|Slot|Close|Target|Anchor|Action|Cancel|Items?|Option|Tab|Tooltip|Popover|Popper|Dropdown|HoverCard|Transition|Fade|Grow|Zoom|Slide|Collapse|Link|Menu|List|Group|Select|Toolbar|Breadcrumbs?)$/;
/** Parts of Radix' menus under the names that shadcn/ui gives them: without `asChild` they put an element of their own around. */
const WRAPS =
  /^(?:DropdownMenu|ContextMenu|NavigationMenu|Menubar|SidebarMenu)(?:Item|Group|List|SubContent|Content)?$/;
/** Components that hand an onClick on, whatever kit they are of; one of the app's own may ask for it by its type. */
const KIT =
  /^(?:Button|IconButton|ActionIcon|UnstyledButton|ButtonBase|LoadingButton|Link|Anchor|Box|Text|Avatar|Card|Chip)$/;

/** Whether an element takes an onClick that a parent clones into it. */
export function takesOnClick(element: Node, bindings: SourceFile['bindings']): boolean {
  const tag = tagOf(element) ?? '';
  const name = child(child(element, 'openingElement'), 'name');
  const isOwn = name?.type === 'JSXIdentifier' && bindings.of(name) !== undefined && !bindings.of(name)!.imported;
  return /^[a-z]/.test(tag) || (KIT.test(tag) && !isOwn);
}

/** Whether a component may stand between an element and where it is shown. */
const canBeWrapped = (element: Node, file: SourceFile): boolean =>
  takesOnClick(element, file.bindings) && isShownAsIs(element, file);

/** Whether nothing clones an element or looks at what it is. */
export function isShownAsIs(element: Node, { bindings }: SourceFile): boolean {
  const shown = shownIn(element, bindings);
  if (shown === 'other') return false;
  if (shown === 'root') return true;
  const { parent } = shown;
  const tag = tagOf(parent) ?? '';
  const clones = ['asChild', 'passHref', 'legacyBehavior'].some((name) => attributeNamed(parent, name));
  return !clones && !(/^[A-Z]/.test(tag) && CLONES.test(tag) && !WRAPS.test(tag));
}

/** A longer element would be re-indented whole, and its diff say little; with the hook only its handler changes. */
const MAX_WRAPPED_LINES = 10;

function wrap(call: SignInCall, attribute: Node, prevents: boolean, file: SourceFile): Plan | undefined {
  const element = elementOf(attribute, file.bindings)!;
  const isButton =
    tagOf(element) === 'button' && stringOf(child(attributeNamed(element, 'type'), 'value')) === 'button';
  const hasSpread = attributesOf(element).some(({ type }) => type === 'JSXSpreadAttribute');
  if (hasSpread || (prevents && !isButton) || !canBeWrapped(element, file)) return undefined;
  if (file.text.slice(element.start, element.end).split('\n').length > MAX_WRAPPED_LINES) return undefined;
  if (!canMove(attribute, file) || hasComment(attribute) || !attributeSpan(element, attribute, file.text))
    return undefined;
  return { kind: 'wrap', call, element, attribute };
}

/** `<form action={async () => { 'use server'; await signOut() }}>` around one button. */
function formAround(call: Node, read: SignInCall, file: SourceFile): Plan | undefined {
  const fn = [...file.bindings.ancestors(call)].find(isFunction);
  const attribute = fn && attributeHolding(fn, 'action', file);
  if (!attribute) return undefined;
  const body = child(fn, 'body')!;
  const isServer = childList(body, 'directives').some(isUseServer);
  const isAction = isServer && childList(body, 'body').length === 1 && childList(fn, 'params').length === 0;
  return isAction && isCalledAlone(call, body, file) ? formWith(attribute, read, file) : undefined;
}

/** A form whose action is an attribute's value, around one button. */
function formWith(attribute: Node, read: SignInCall, file: SourceFile): Plan | undefined {
  const element =
    attribute.type === 'JSXAttribute' && nameOf(child(attribute, 'name')) === 'action'
      ? elementOf(attribute, file.bindings)
      : undefined;
  if (!element || !/^[fF]orm$/.test(tagOf(element) ?? '')) return undefined;
  const looks = attributesOf(element).filter((each) => each !== attribute);
  if (looks.some((each) => !/^(?:className|style|id)$/.test(nameOf(child(each, 'name')) ?? ''))) return undefined;
  const shown = shownChildren(element);
  const button = shown.find((each) => each.type === 'JSXElement' && isButtonTag(each));
  const others = shown.filter((each) => each !== button);
  // Clerk's button hands its child an onClick, which a component that reads the form's state may ignore.
  if (!button || !others.every((each) => isInert(each, file))) return undefined;
  if (!takesOnClick(button, file.bindings)) return undefined;
  if (['asChild', 'formAction'].some((name) => attributeNamed(button, name))) return undefined;
  return isShownAsIs(element, file) && canMove(attribute, file) && !hasComment(attribute)
    ? { kind: 'form', call: read, element, attribute, button, isStyled: looks.length > 0 || others.length > 0 }
    : undefined;
}

const isButtonTag = (element: Node): boolean => /^(?:button|Button|IconButton)$/.test(tagOf(element) ?? '');

/** What stands beside a form's button and would mean the same outside of a form: text, and elements of HTML that take nothing in. */
const isInert = (node: Node, { text }: SourceFile): boolean =>
  !/<(?:[A-Z]|(?:button|input|select|textarea|label|fieldset|output|object)\b)|\bform\b/.test(
    text.slice(node.start, node.end),
  ) && /^JSX(?:Element|Text|ExpressionContainer)$/.test(node.type);

/** Whether text can be written elsewhere as it is: nobody edited it, and no other site stands in it. */
function canMove(node: Node, file: SourceFile): boolean {
  return !file.edits.touches(node) && file.unsettledWithin(node).length <= 1;
}
