import {
  child,
  childList,
  childrenOf,
  isFunction,
  nameOf,
  stringOf,
  unwrap,
  type Node,
  type Span,
} from '../ast/tree.js';
import { KEPT_NAME } from './callback-code.js';
import { isReadElsewhere, propertyOf } from './callback-scope.js';
import { settingsOf, type Setting } from './config-settings.js';
import { sessionShape, type SessionShape } from './session-shape.js';
import { takesUpdates, updatesTaken, type UpdatesTaken } from './session-updates.js';

/** A part of the options that holds code or settings of the app's own. */
export interface ConfigPart extends Span {
  readonly name: string;
}

/** What an options object of Auth.js says, as far as it can be read off the text. */
export interface AuthConfig extends Span {
  readonly providers: readonly ConfigPart[];
  readonly callbacks: readonly ConfigPart[];
  /** Where the callbacks stand together. */
  readonly callbacksAt: Span | undefined;
  readonly events: readonly ConfigPart[];
  /** `pages.signIn` and its like, where they are literal. */
  readonly pages: ReadonlyMap<string, string>;
  readonly adapter: string | undefined;
  /** A credentials provider's `authorize`. */
  readonly authorize: ConfigPart | undefined;
  readonly session: ConfigPart | undefined;
  /** Settings for which Clerk has another place. */
  readonly settings: readonly Setting[];
  /** What `session.strategy` says; unknown where it is no literal, undefined where it is not set here. */
  readonly strategy: 'jwt' | 'database' | 'unknown' | undefined;
  /** `session.maxAge`, in seconds, where it can be worked out. */
  readonly maxAge: number | undefined;
  /** How many other objects the options take over whole. */
  readonly spreads: number;
  /** Whether `callbacks.signIn` may turn somebody away, and does not only note that they came. */
  readonly decidesSignIn: boolean;
  /** What `callbacks.session` adds; undefined where there is no such callback. */
  readonly shape: SessionShape | undefined;
  /** What of the data that `update(data)` of useSession() hands to the callbacks lasts. */
  readonly updates: UpdatesTaken;
  /** Whether the callbacks take in anything of it, or may. */
  readonly takesUpdates: boolean;
}

const KEYS = new Set([
  'providers',
  'callbacks',
  'pages',
  'session',
  'adapter',
  'secret',
  'events',
  'jwt',
  'cookies',
  'theme',
  'debug',
  'trustHost',
  'logger',
  'basePath',
]);

/** Whether an object looks like the options: `providers`, or two of the option names. */
export function isOptionsObject(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return false;
  const names = childList(node, 'properties').map((property) => nameOf(child(property, 'key')) ?? '');
  return (
    names.includes('providers') ||
    names.filter((name) => KEYS.has(name)).length > 1 ||
    (names.includes('callbacks') && holdsCallbacks(node))
  );
}

const CALLBACKS = /^(?:signIn|session|jwt|redirect|authorized)$/;

/** Options of which others hold the rest: `{ callbacks: { signIn } }`. */
const holdsCallbacks = (options: Node): boolean =>
  childList(options, 'properties').some(
    (each) =>
      nameOf(child(each, 'key')) === 'callbacks' &&
      childList(unwrap(child(each, 'value')), 'properties').some((part) =>
        CALLBACKS.test(nameOf(child(part, 'key')) ?? ''),
      ),
  );

/** @param named what a name of the file stands for, where that is to be seen */
export function readConfig(options: Node, named: (name: Node) => Node | undefined): AuthConfig {
  const property = (name: string) =>
    childList(options, 'properties').find((each) => nameOf(child(each, 'key')) === name);
  const value = (name: string) => unwrap(child(property(name), 'value'));
  const pages = new Map<string, string>();
  for (const each of childList(value('pages'), 'properties')) {
    const [name, page] = [nameOf(child(each, 'key')), stringOf(child(each, 'value'))];
    if (name !== undefined && page !== undefined) pages.set(name, page);
  }
  const elements = childList(seen(child(property('providers'), 'value'), named), 'elements');
  const providers = elements.map((each) => ({ name: providerName(each), start: each.start, end: each.end }));
  const adapter = child(property('adapter'), 'value');
  const session = property('session');
  return {
    start: options.start,
    end: options.end,
    providers,
    callbacks: partsOf(value('callbacks')),
    callbacksAt: spanOf(property('callbacks')),
    events: partsOf(value('events')),
    pages,
    adapter: adapter && (nameOf(child(unwrap(adapter), 'callee')) ?? nameOf(unwrap(adapter)) ?? 'adapter'),
    authorize: elements.map(authorizeOf).find((each) => each !== undefined),
    session: session && { name: 'session', start: session.start, end: session.end },
    settings: settingsOf(options, elements, providerName),
    strategy: strategyOf(value('session'), session !== undefined),
    maxAge: numberOf(child(propertyOf(value('session'), 'maxAge'), 'value')),
    spreads: childList(options, 'properties').filter(({ type }) => type.startsWith('Spread')).length,
    decidesSignIn: decides(child(property('callbacks'), 'value') ?? property('callbacks'), named),
    shape: shapeOf(property('callbacks')),
    updates: updatesOf(property('callbacks')),
    takesUpdates: mayTakeUpdates(property('callbacks')),
  };
}

/** `30 * 24 * 60 * 60` */
function numberOf(node: Node | undefined): number | undefined {
  const value = unwrap(node);
  if (typeof value?.['value'] === 'number') return value['value'];
  if (value?.type !== 'BinaryExpression' || value['operator'] !== '*') return undefined;
  const [left, right] = [numberOf(child(value, 'left')), numberOf(child(value, 'right'))];
  return left === undefined || right === undefined ? undefined : left * right;
}

const spanOf = (node: Node | undefined): Span | undefined => node && { start: node.start, end: node.end };

function strategyOf(session: Node | undefined, isSet: boolean): AuthConfig['strategy'] {
  if (!isSet) return undefined;
  const properties = childList(session, 'properties');
  if (session?.type !== 'ObjectExpression' || properties.some(({ type }) => type.startsWith('Spread')))
    return 'unknown';
  const strategy = properties.find((each) => nameOf(child(each, 'key')) === 'strategy');
  const text = strategy && stringOf(unwrap(child(strategy, 'value')));
  return text === 'jwt' || text === 'database' ? text : strategy && 'unknown';
}

/** A callbacks object from elsewhere is not looked into. */
function shapeOf(callbacks: Node | undefined): SessionShape | undefined {
  if (!callbacks) return undefined;
  const object = unwrap(child(callbacks, 'value'));
  if (object?.type !== 'ObjectExpression') return { unknown: 'the callbacks come from elsewhere' };
  // An earlier run has moved them; what they add is in the types at most.
  if (childList(object, 'properties').some((each) => nameOf(child(each, 'argument')) === KEPT_NAME))
    return { unknown: `the callbacks stand in ${KEPT_NAME}` };
  const callback = callbackIn(callbacks, 'session');
  if (callback) return sessionShape(callback);
  // Those of other options are read where these stand.
  const isOther = (each: Node) => nameOf(child(unwrap(child(each, 'argument')), 'property')) === 'callbacks';
  return childList(object, 'properties').every((each) => !each.type.startsWith('Spread') || isOther(each))
    ? undefined
    : { unknown: 'the callbacks come from elsewhere' };
}

/** Callbacks from elsewhere may do anything with it. */
function isWhole(callbacks: Node): boolean {
  const object = unwrap(child(callbacks, 'value'));
  return (
    object?.type === 'ObjectExpression' &&
    !childList(object, 'properties').some(({ type }) => type.startsWith('Spread'))
  );
}

const mayTakeUpdates = (callbacks: Node | undefined): boolean =>
  callbacks !== undefined && (!isWhole(callbacks) || takesUpdates(callbackIn(callbacks, 'jwt')));

function updatesOf(callbacks: Node | undefined): UpdatesTaken {
  if (!callbacks) return [];
  return isWhole(callbacks) ? updatesTaken(callbackIn(callbacks, 'jwt'), callbackIn(callbacks, 'session')) : 'all';
}

function callbackIn(callbacks: Node | undefined, name: string): Node | undefined {
  const object = unwrap(child(callbacks, 'value'));
  const callback = childList(object, 'properties').find((each) => nameOf(child(each, 'key')) === name);
  return callback?.type === 'ObjectMethod' ? callback : child(callback, 'value');
}

/** Whether callbacks have one that may turn somebody away. An access check is never taken for none: what is not to be seen counts as one. */
function decides(callbacks: Node | undefined, named: (name: Node) => Node | undefined): boolean {
  const object = seen(callbacks, named);
  if (!object) return false;
  if (object.type !== 'ObjectExpression') return true;
  return childList(object, 'properties').some((each) => {
    if (each.type.startsWith('Spread')) {
      return !isReadElsewhere(each) && decides(child(each, 'argument'), named);
    }
    if (nameOf(child(each, 'key')) !== 'signIn' && !each['computed']) return false;
    return turnsAway(seen(each.type === 'ObjectMethod' ? each : child(each, 'value'), named));
  });
}

function seen(node: Node | undefined, named: (name: Node) => Node | undefined): Node | undefined {
  const value = unwrap(node);
  return value?.type === 'Identifier' ? (unwrap(named(value)) ?? value) : value;
}

/** Anything but `true` given back, or thrown, unless it is in answer to an error, is a decision. */
function turnsAway(fn: Node | undefined): boolean {
  if (!fn || !isFunction(fn)) return true;
  const body = child(fn, 'body')!;
  return body.type === 'BlockStatement' ? returnsOther(body) : !isTrue(body);
}

function returnsOther(node: Node): boolean {
  if (node.type === 'ThrowStatement') return true;
  if (node.type === 'ReturnStatement') return !isTrue(child(node, 'argument'));
  if (node.type === 'CatchClause' || isFunction(node)) return false;
  return [...childrenOf(node)].some(({ child: inner }) => returnsOther(inner));
}

const isTrue = (node: Node | undefined): boolean => unwrap(node)?.['value'] === true;

function partsOf(object: Node | undefined): ConfigPart[] {
  return childList(object, 'properties').map((each) => ({
    name: nameOf(child(each, 'key')) ?? '…',
    start: each.start,
    end: each.end,
  }));
}

const providerName = (node: Node): string => nameOf(child(node, 'callee')) ?? nameOf(node) ?? 'a provider';

function authorizeOf(provider: Node): ConfigPart | undefined {
  for (const argument of childList(provider, 'arguments')) {
    for (const each of childList(argument, 'properties')) {
      const code = each.type === 'ObjectMethod' || isFunction(child(each, 'value') ?? each);
      if (nameOf(child(each, 'key')) === 'authorize' && code)
        return { name: 'authorize', start: each.start, end: each.end };
    }
  }
  return undefined;
}
