import { child, childList, childrenOf, isFunction, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';
import { testsUpdate } from './callback-parameters.js';

/**
 * What of the data that `update(data)` hands over lasts: the names of its fields, or all of them. Of the others the app's
 * callbacks make nothing, or what they make anew each time, from the rows that the code has changed before.
 */
export type UpdatesTaken = 'all' | readonly string[];

/** Fields of the token that come from Clerk's profile: nothing but Clerk's own calls changes them. */
const PROFILE = new Set(['name', 'email', 'picture', 'image']);
/** What a callback is told of a sign-in, and not where a session is read. */
const OCCASIONS = new Set(['trigger', 'account', 'profile', 'isNewUser']);
/** Of these, what it is told where it lives on: each read is as a sign-in, by the account that Clerk knows. */
const LIVING_ON = new Set(['profile', 'isNewUser']);

/** Where callbacks run once Auth.js is gone: nowhere that is known of, or at each read, with Clerk's profile or the user's row. */
export type RunsWith = 'nothing' | 'profile' | 'row';

/** Reads the `jwt` and `session` callbacks: the values of the properties, functions. */
export function updatesTaken(
  jwt: Node | undefined,
  session: Node | undefined,
  runsWith: RunsWith = 'nothing',
): UpdatesTaken {
  const [jwtFn, sessionFn] = [unwrap(jwt), unwrap(session)];
  const [given, known] = [jwtFn && parametersOf(jwtFn), sessionFn && parametersOf(sessionFn)];
  if ((jwtFn && !given) || (sessionFn && !known) || known?.has('newSession')) return 'all';
  const [data, token] = [given?.get('session'), given?.get('token')];
  if (!jwtFn || data === undefined) return [];
  if (token === undefined || declares(jwtFn, new Set([data, token]))) return 'all';
  const flow = new TokenFlow(data, token, runsWith);
  flow.walk(child(jwtFn, 'body')!, false, false);
  if (flow.isUnknown) return 'all';
  const read = pathsRead(sessionFn, known?.get('token'));
  const isFixed = (path: string) => runsWith !== 'row' && PROFILE.has(path);
  const lasts = (path: string) => isFixed(path) || (!flow.made.has(path) && isRead(path, read));
  return [...flow.taken].flatMap(([field, paths]) => ([...paths].some(lasts) ? [field] : []));
}

/** Whether a `jwt` callback looks at what `update(data)` hands over at all, or may. */
export function takesUpdates(jwt: Node | undefined): boolean {
  const fn = unwrap(jwt);
  return fn !== undefined && (parametersOf(fn)?.has('session') ?? true);
}

/** The names that a callback gives what it is told; undefined where it takes them in another way. */
function parametersOf(fn: Node): Map<string, string> | undefined {
  const [pattern, ...others] = childList(fn, 'params');
  if (!isFunction(fn) || others.length > 0) return undefined;
  if (!pattern) return new Map();
  if (pattern.type !== 'ObjectPattern') return undefined;
  const names = new Map<string, string>();
  for (const property of childList(pattern, 'properties')) {
    const [name, value] = [nameOf(child(property, 'key')), child(property, 'value')];
    const local = nameOf(value?.type === 'AssignmentPattern' ? child(value, 'left') : value);
    if (property.type === 'RestElement' || property['computed'] || name === undefined || local === undefined)
      return undefined;
    names.set(name, local);
  }
  return names;
}

/** Whether a name of the parameters is declared again inside. */
function declares(fn: Node, names: ReadonlySet<string>): boolean {
  const search = (node: Node): boolean =>
    (node.type === 'VariableDeclarator' && mentions(child(node, 'id')!, names)) ||
    (isFunction(node) && childList(node, 'params').some((each) => mentions(each, names))) ||
    [...childrenOf(node)].some(({ child: inner }) => search(inner));
  return search(child(fn, 'body')!);
}

const mentions = (node: Node, names: ReadonlySet<string>): boolean =>
  (node.type === 'Identifier' && names.has(nameOf(node)!)) ||
  [...childrenOf(node)].some(({ child: inner, key }) => !isName(node, key) && mentions(inner, names));

/** `a.name` and `{ name: … }` refer to nothing by that name. */
const isName = (parent: Node, key: string): boolean =>
  parent['computed'] !== true && (key === 'property' || (key === 'key' && parent['shorthand'] !== true));

/** What a jwt callback puts into its token: from the update's data, and by itself. */
class TokenFlow {
  readonly taken = new Map<string, Set<string>>();
  readonly made = new Set<string>();
  isUnknown = false;

  constructor(
    private readonly data: string,
    private readonly token: string,
    private readonly runsWith: RunsWith,
  ) {}

  /**
   * @param isTest whether only the truth of the node matters
   * @param isOccasional whether it runs at a sign-in or an update alone
   */
  walk(node: Node, isTest: boolean, isOccasional: boolean): void {
    if (node.type === 'AssignmentExpression' && this.#assigned(node, isOccasional)) return;
    if (node.type === 'ReturnStatement' && this.#returned(unwrap(child(node, 'argument')), isOccasional)) return;
    if (node.type === 'Identifier' && nameOf(node) === this.data && !isTest) this.isUnknown = true;
    const test = child(node, 'test');
    const occasional = isOccasional || (test !== undefined && this.#isOccasion(test));
    for (const { child: inner, key } of childrenOf(node)) {
      if (isName(node, key)) continue;
      const asks = inner === test || (isTest && /^(?:Logical|Unary|Binary)Expression$|Member/.test(node.type));
      this.walk(inner, asks, inner === test ? isOccasional : occasional);
    }
  }

  /** Whether a branch runs on occasion alone, and not where a session is read. */
  #isOccasion(test: Node): boolean {
    const isOfNothing = this.runsWith === 'nothing';
    return (
      (!isOfNothing && testsUpdate(test)) ||
      mentions(test, new Set([...(isOfNothing ? OCCASIONS : LIVING_ON), this.data]))
    );
  }

  /** `token.role = session.role`, `token.user = { … }`; whether that was all. */
  #assigned(node: Node, isOccasional: boolean): boolean {
    const path = pathOf(child(node, 'left'), this.token);
    const value = unwrap(child(node, 'right'))!;
    if (!path || path.length === 0) return false;
    this.#put(path, value, isOccasional);
    return true;
  }

  /** `return { ...token, name: session.name }` */
  #returned(value: Node | undefined, isOccasional: boolean): boolean {
    if (value?.type !== 'ObjectExpression') return false;
    this.#put([], value, isOccasional);
    return true;
  }

  #put(path: readonly string[], value: Node, isOccasional: boolean): void {
    if (value.type === 'ObjectExpression') {
      for (const property of childList(value, 'properties')) {
        const name = nameOf(child(property, 'key'));
        const inner = unwrap(child(property, 'value') ?? child(property, 'argument'))!;
        if (property.type.startsWith('Spread') || name === undefined || property['computed']) {
          if (mentions(inner, new Set([this.data]))) this.isUnknown = true;
        } else this.#put([...path, name], inner, isOccasional);
      }
      return;
    }
    const target = path.join('.');
    const fields = this.#fieldsIn(value);
    for (const field of fields) this.taken.set(field, (this.taken.get(field) ?? new Set()).add(target));
    if (fields.size === 0 && !isOccasional) this.made.add(target);
  }

  /** The fields of the data that a value is made from. */
  #fieldsIn(value: Node): Set<string> {
    const fields = new Set<string>();
    const search = (node: Node): void => {
      const path = pathOf(node, this.data);
      if (path?.[0] !== undefined) fields.add(path[0]);
      else if (path) this.isUnknown = true;
      else for (const { child: inner, key } of childrenOf(node)) if (!isName(node, key)) search(inner);
    };
    search(value);
    return fields;
  }
}

/** `token.user.role` → ['user', 'role']; undefined for what does not begin at the name. */
function pathOf(node: Node | undefined, name: string): string[] | undefined {
  const path: string[] = [];
  let at = unwrap(node);
  while (isMember(at)) {
    path.unshift(at!['computed'] ? '*' : (nameOf(child(at, 'property')) ?? '*'));
    at = unwrap(child(at, 'object'));
  }
  return at?.type === 'Identifier' && nameOf(at) === name ? path : undefined;
}

/** What a session callback reads of the token: paths, '' where it takes it whole. */
function pathsRead(fn: Node | undefined, token: string | undefined): Set<string> {
  const read = new Set<string>();
  if (!fn || token === undefined) return read;
  const search = (node: Node): void => {
    const path = pathOf(node, token);
    if (path) read.add(path.slice(0, path.includes('*') ? path.indexOf('*') : path.length).join('.'));
    else for (const { child: inner, key } of childrenOf(node)) if (!isName(node, key)) search(inner);
  };
  search(child(fn, 'body')!);
  return read;
}

const isRead = (path: string, read: ReadonlySet<string>): boolean =>
  [...read].some((each) => each === '' || each === path || path.startsWith(`${each}.`) || each.startsWith(`${path}.`));
