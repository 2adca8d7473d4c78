import {
  child,
  childList,
  childrenOf,
  isFunction,
  isMember,
  isWrapper,
  nameOf,
  unwrap,
  type Node,
} from '../ast/tree.js';

/** What `callbacks.session` puts into a session beyond Auth.js's own fields: their paths, or why that can't be told. */
export type SessionShape =
  | {
      readonly extra: readonly string[];
      /** Whether nothing else can put a field there: neither the session nor its user gets another name, or into a function. */
      readonly isWhole: boolean;
      /** The id is made a number of. */
      readonly hasNumericId?: true;
    }
  | { readonly unknown: string };

const OWN = new Set(['name', 'email', 'image']);
/** The names under which an id, or the profile's own values, come out of a token or a row. */
const SOURCES: Readonly<Record<string, RegExp>> = {
  id: /^(?:_?id|sub|uid|userId)$/,
  name: /^(?:name|fullName|displayName)$/,
  email: /^email$/,
  image: /^(?:image|picture|avatar|avatarUrl)$/,
};

/** Reads a `session` callback: the value of the property, a function. */
export function sessionShape(callback: Node | undefined): SessionShape {
  const fn = unwrap(callback);
  if (!fn || !(isFunction(fn) || fn.type === 'ObjectMethod'))
    return { unknown: 'callbacks.session is a function from elsewhere' };
  const [parameter] = childList(fn, 'params');
  const body = child(fn, 'body')!;
  const whole = parameter?.type === 'Identifier' ? nameOf(parameter) : undefined;
  const session = nameOfSession(whole === undefined ? parameter : patternOf(whole, body));
  if (session === undefined && whole === undefined)
    return { unknown: 'callbacks.session takes its parameters apart in a way that is not followed' };
  const reader = new ShapeReader(session, whole);
  if (body.type !== 'BlockStatement') reader.result(body);
  reader.walk(body);
  if (reader.unknown !== undefined) return { unknown: reader.unknown };
  const isWhole = whole === undefined && !reader.isHandedOn;
  return { extra: [...reader.extra], isWhole, ...(reader.hasNumericId && { hasNumericId: true }) };
}

/** The pattern of `const { session } = params`. */
function patternOf(whole: string, node: Node): Node | undefined {
  const init = node.type === 'VariableDeclarator' ? unwrap(child(node, 'init')) : undefined;
  if (init?.type === 'Identifier' && nameOf(init) === whole) return child(node, 'id');
  for (const { child: inner } of childrenOf(node)) {
    const found = patternOf(whole, inner);
    if (found) return found;
  }
  return undefined;
}

/** `({ session, token })` or `({ session: current })`. */
function nameOfSession(parameter: Node | undefined): string | undefined {
  const property = childList(parameter, 'properties').find((each) => nameOf(child(each, 'key')) === 'session');
  return nameOf(child(property, 'value'));
}

class ShapeReader {
  readonly extra = new Set<string>();
  unknown: string | undefined;
  hasNumericId = false;
  /** Whether the session or its user gets another name, or goes into a function. */
  isHandedOn = false;

  constructor(
    private readonly session: string | undefined,
    /** The parameter, where it is in one piece: `params.session` is the session then. */
    private readonly whole: string | undefined,
  ) {}

  walk(node: Node): void {
    if (node.type === 'AssignmentExpression') this.#assigned(node);
    if (node.type === 'ReturnStatement') this.result(child(node, 'argument'));
    if (
      node.type === 'CallExpression' &&
      childList(node, 'arguments').some((each) => this.#pathOf(each)?.length === 0 || this.#isWhole(each))
    ) {
      this.unknown = 'callbacks.session hands the session to a function';
    }
    for (const { child: inner, key } of childrenOf(node)) {
      this.isHandedOn ||= this.#isObject(inner) && !isWrapper(node) && !keepsTrack(node, key);
      this.walk(inner);
    }
  }

  /** The session, or its user: what a field can be put into. */
  #isObject(node: Node): boolean {
    const path = this.#pathOf(node)?.join('.');
    return path === '' || path === 'user';
  }

  /** What the callback gives back: the session itself, or an object that spreads it. */
  result(value: Node | undefined): void {
    const node = unwrap(value);
    if (!node || this.#pathOf(node)?.length === 0) return;
    if (node.type !== 'ObjectExpression')
      this.unknown ??= 'callbacks.session gives back something else than its session';
    else this.#object(node, []);
  }

  #object(object: Node, path: readonly string[]): void {
    for (const property of childList(object, 'properties')) {
      const value = unwrap(child(property, 'value'));
      const key = nameOf(child(property, 'key'));
      if (property.type.startsWith('Spread')) {
        const spread = this.#pathOf(unwrap(child(property, 'argument')));
        if (spread?.join('.') !== path.join('.')) this.unknown ??= 'callbacks.session spreads more than its session';
      } else if (key === undefined || !value) this.unknown ??= 'callbacks.session has a computed field';
      else if (path.length === 0 && key === 'user' && value.type === 'ObjectExpression') this.#object(value, ['user']);
      else this.#field([...path, key], value);
    }
  }

  #assigned(node: Node): void {
    const path = this.#pathOf(child(node, 'left'));
    const value = unwrap(child(node, 'right'));
    if (!path || path.length === 0 || !value) return;
    if (path.join('.') === 'user' && value.type === 'ObjectExpression') this.#object(value, ['user']);
    else this.#field(path.slice(0, 2), value);
  }

  #field(path: readonly string[], value: Node): void {
    const [root, field] = path;
    if (root === 'expires') return;
    if (root === 'user' && field === undefined) {
      if (this.#pathOf(value)?.join('.') !== 'user')
        this.unknown ??= 'callbacks.session puts another user into the session';
    } else if (root === 'user' && field === 'id' && isNumberOf(value, SOURCES['id']!)) {
      this.hasNumericId = true;
      this.extra.add('user.id');
    } else if (root !== 'user' || !(field === 'id' || OWN.has(field!)) || !comesFrom(value, SOURCES[field!]!))
      this.extra.add(path.join('.'));
  }

  #isWhole(node: Node): boolean {
    return this.whole !== undefined && node.type === 'Identifier' && nameOf(node) === this.whole;
  }

  /** `session.user.id` → ['user', 'id']; undefined for what does not begin at the session. */
  #pathOf(node: Node | undefined): string[] | undefined {
    const path: string[] = [];
    let at = unwrap(node);
    while (isMember(at)) {
      path.unshift(at!['computed'] ? '*' : (nameOf(child(at, 'property')) ?? '*'));
      at = unwrap(child(at, 'object'));
    }
    if (at?.type !== 'Identifier') return undefined;
    if (this.session !== undefined && nameOf(at) === this.session) return path;
    return nameOf(at) === this.whole && path[0] === 'session' ? path.slice(1) : undefined;
  }
}

/** `Number(token.id)`, `parseInt(token.sub, 10)`, `+token.id`. */
function isNumberOf(value: Node, names: RegExp): boolean {
  const node = unwrap(value);
  if (node?.type === 'UnaryExpression') return node['operator'] === '+' && comesFrom(child(node, 'argument')!, names);
  const callee = child(node, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee);
  const [argument] = childList(node, 'arguments');
  return /^(?:Number|parseInt)$/.test(name ?? '') && argument !== undefined && comesFrom(argument, names);
}

/** Whether a part of the callback's code does nothing with an object that the reader would not see. */
function keepsTrack(parent: Node, key: string): boolean {
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return key === 'object' || parent['computed'] !== true;
    case 'ObjectProperty':
    case 'Property':
      return key === 'key' && parent['computed'] !== true;
    case 'IfStatement':
    case 'ConditionalExpression':
      return key === 'test';
    case 'LogicalExpression':
      return key === 'left' && parent['operator'] === '&&';
    case 'AssignmentExpression':
      return key === 'left';
    default:
      return /^(?:ReturnStatement|Spread\w+|UnaryExpression|BinaryExpression)$/.test(parent.type);
  }
}

/** Whether a value is read, plainly or with a fallback, from a field of one of these names. */
function comesFrom(value: Node, names: RegExp): boolean {
  const node = unwrap(value);
  if (!node) return false;
  if (node.type === 'LogicalExpression' || node.type === 'ConditionalExpression')
    return comesFrom(child(node, 'left') ?? child(node, 'consequent')!, names);
  if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression')
    return comesFrom(child(child(node, 'callee'), 'object') ?? child(node, 'callee')!, names);
  return isMember(node) && names.test(nameOf(child(node, 'property')) ?? '');
}
