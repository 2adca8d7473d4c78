import { child, childList, contains, isCall, isFunction, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';
import { EXPORTED, isWithAuth } from '../authjs/middleware.js';
import { isNextAuth, OWN, type Origin } from '../authjs/modules.js';
import type { Entry, SourceFile } from '../source/source-file.js';

/** A middleware that is, or calls, a function of the app's own. */
export interface OwnMiddleware {
  /** `auth(fn)` of v5, `withAuth(fn, …)` of v4, or the function itself. */
  readonly form: 'instance' | 'withAuth' | 'own';
  /** The statement that exports it. */
  readonly statement: Node;
  /** The call around the function. */
  readonly call: Node | undefined;
  readonly fn: Node;
  /** `const { auth } = NextAuth(config)`, where the file makes what it calls. */
  readonly setUp: Node | undefined;
  /** The calls by which the exported function goes on to this one: it is no middleware itself. */
  readonly calls?: readonly Node[];
}

/** Finds the function that Next runs as the middleware, if it is written in the file and nothing else refers to it. */
export function findOwnMiddleware(file: SourceFile): OwnMiddleware | undefined {
  const exported = childList(file.program, 'body').flatMap((statement) => exportedBy(statement, file) ?? []);
  const [only, ...others] = exported;
  if (!only || others.length > 0) return undefined;
  const { statement } = only;
  const value = declared(only.value, file);
  if (!value) return undefined;
  if (value.type === 'FunctionDeclaration' && value === only.value && !isAlone(value, file)) return undefined;
  if (isFunction(value)) return { form: 'own', statement, call: undefined, fn: value, setUp: undefined };
  if (!isCall(value)) return undefined;
  const callee = child(value, 'callee')!;
  const origin = originOf(callee, file);
  const form = origin && isWithAuth(origin) ? 'withAuth' : isAuth(origin) ? 'instance' : undefined;
  const [first] = childList(value, 'arguments');
  const fn = first && declared(first, file);
  if (!form || !fn || !isFunction(fn)) return undefined;
  const setUp = form === 'instance' ? setUpOf(callee, file) : undefined;
  return setUp === null ? undefined : { form, statement, call: value, fn, setUp };
}

/**
 * `const gate = withAuth(fn, …)`, which the exported function calls for some of the requests: `return gate(req)`. Undefined
 * where it has none, or something else is done with it.
 */
export function findInner({ form, fn }: OwnMiddleware, file: SourceFile): OwnMiddleware | undefined {
  if (form !== 'own') return undefined;
  const found = childList(file.program, 'body').flatMap((statement) => {
    const [declarator, ...more] = statement.type === 'VariableDeclaration' ? childList(statement, 'declarations') : [];
    const call = unwrap(child(declarator, 'init'));
    const binding = file.bindings.of(child(declarator, 'id'));
    if (more.length > 0 || !isCall(call) || !binding) return [];
    const callee = child(call, 'callee')!;
    const origin = originOf(callee, file);
    const inner = origin && isWithAuth(origin) ? 'withAuth' : isAuth(origin) ? 'instance' : undefined;
    const [handler] = childList(call, 'arguments');
    if (!inner || !handler) return [];
    const calls = binding.references.map((node) => callBy(node, file));
    const isCalled = calls.every((each) => each && contains(fn, each));
    const setUp = inner === 'instance' ? setUpOf(callee, file) : undefined;
    return isFunction(handler) && isCalled && calls.length > 0 && setUp !== null
      ? [{ form: inner, statement, call, fn: handler, setUp, calls: calls.map((each) => each!) } as const]
      : [undefined];
  });
  return found.length > 0 ? (found.length === 1 ? found[0] : undefined) : findAsked(fn, file);
}

/** The one function beside the exported one that asks Auth.js itself, where the exported one calls it: `await decide(req)`. */
function findAsked(outer: Node, file: SourceFile): OwnMiddleware | undefined {
  const found = childList(file.program, 'body').flatMap((statement): (OwnMiddleware | undefined)[] => {
    const [declarator] = statement.type === 'VariableDeclaration' ? childList(statement, 'declarations') : [];
    const fn = declarator ? unwrap(child(declarator, 'init')) : statement;
    const binding = file.bindings.of(child(declarator ?? statement, 'id'));
    if (!fn || !isFunction(fn) || fn === outer || !binding || !file.unsettledWithin(fn).some(asks)) return [];
    const calls = binding.references.map((node) => callBy(node, file));
    const isCalled = calls.every((each) => each && contains(outer, each) && childList(each, 'arguments').length > 0);
    return isCalled && calls.length > 0 && !child(child(declarator, 'id'), 'typeAnnotation')
      ? [{ form: 'own', statement, call: undefined, fn, setUp: undefined, calls: calls.map((each) => each!) }]
      : [undefined];
  });
  return found.length === 1 ? found[0] : undefined;
}

const asks = ({ site }: Entry): boolean => site.kind === 'use' && /^(?:getToken|auth)$/.test(site.origin.name);

/** `gate(req)`, `(gate as any)(req, event)`: the call that a name is the callee of. */
function callBy(node: Node, { bindings }: SourceFile): Node | undefined {
  let callee = node;
  let parent = bindings.parentOf(callee);
  while (parent && /^(?:TSAsExpression|TSNonNullExpression|ParenthesizedExpression)$/.test(parent.type))
    [callee, parent] = [parent, bindings.parentOf(parent)];
  return isCall(parent) && child(parent, 'callee') === callee ? parent : undefined;
}

const isAuth = (origin: Origin | undefined): boolean => origin?.module === OWN.instance && origin.name === 'auth';

/** What a statement exports under a name that Next takes for the middleware's. */
function exportedBy(statement: Node, file: SourceFile): { statement: Node; value: Node } | undefined {
  const declaration = child(statement, 'declaration');
  if (statement.type === 'ExportDefaultDeclaration') return declaration && { statement, value: declaration };
  if (statement.type !== 'ExportNamedDeclaration' || statement['source']) return undefined;
  if (declaration && isFunction(declaration))
    return EXPORTED.has(nameOf(child(declaration, 'id')) ?? '') ? { statement, value: declaration } : undefined;
  for (const declarator of childList(declaration, 'declarations')) {
    const value = child(declarator, 'init');
    if (EXPORTED.has(nameOf(child(declarator, 'id')) ?? '') && value)
      return isUnused(child(declarator, 'id')!, file) ? { statement, value } : undefined;
  }
  const specifier = childList(statement, 'specifiers').find((each) =>
    EXPORTED.has(nameOf(child(each, 'exported')) ?? ''),
  );
  const value = child(specifier, 'local');
  return value && { statement, value };
}

const isUnused = (id: Node, { bindings }: SourceFile): boolean => bindings.of(id)?.references.length === 0;

/** Whether nothing calls the function by its name. */
function isAlone(fn: Node, file: SourceFile): boolean {
  const id = child(fn, 'id');
  return id === undefined || isUnused(id, file);
}

/** What a name of the file's top level stands for, where it is used this once; another expression is itself. */
function declared(value: Node, file: SourceFile): Node | undefined {
  const expression = unwrap(value)!;
  if (expression.type !== 'Identifier') return expression;
  const binding = file.bindings.of(expression);
  if (binding?.scope !== file.bindings.program || binding.identifiers.length > 1 || binding.references.length > 1)
    return undefined;
  const { declaration } = binding;
  if (declaration.type !== 'VariableDeclarator') return isFunction(declaration) ? declaration : undefined;
  const isPlain =
    child(declaration, 'id')?.type === 'Identifier' && file.bindings.parentOf(declaration)?.['kind'] === 'const';
  return isPlain ? unwrap(child(declaration, 'init')) : undefined;
}

/** What a callee is of Auth.js: a name, or `NextAuth(config).auth`. */
function originOf(callee: Node, file: SourceFile): Origin | undefined {
  if (isMember(callee)) {
    const object = child(callee, 'object');
    const made = isCall(object) && siteOrigin(child(object, 'callee'), file);
    return made && isNextAuth(made)
      ? { module: OWN.instance, name: nameOf(child(callee, 'property')) ?? '' }
      : undefined;
  }
  const binding = file.bindings.of(callee);
  const made = binding?.scope === file.bindings.program ? file.scanned.made.get(binding.name) : undefined;
  return siteOrigin(callee, file) ?? made;
}

function siteOrigin(node: Node | undefined, file: SourceFile): Origin | undefined {
  const site = file.entries.find((entry) => entry.node === node)?.site;
  return site?.kind === 'use' ? site.origin : undefined;
}

/** @returns the statement that makes `auth` for the middleware alone; null where it makes more */
function setUpOf(callee: Node, file: SourceFile): Node | undefined | null {
  const binding = file.bindings.of(callee);
  if (!binding || binding.imported) return undefined;
  const { declaration, references } = binding;
  const statement = file.bindings.parentOf(declaration);
  const isAlone =
    references.length === 1 &&
    statement?.type === 'VariableDeclaration' &&
    childList(statement, 'declarations').length === 1 &&
    childList(child(declaration, 'id'), 'properties').length <= 1 &&
    file.bindings.parentOf(statement)?.type === 'Program';
  return isAlone ? statement : null;
}

/** v5's `auth` that the middleware's own file makes, exported as it is. */
export interface MadeInstance {
  readonly statement: Node;
  /** That one, and what made it for it alone. */
  readonly statements: readonly Node[];
  /** What `NextAuth()` was given. */
  readonly options: Node | undefined;
}

/** `export default NextAuth(config).auth`, `export const { auth: middleware } = NextAuth(config)` and their like. */
export function findMadeInstance(file: SourceFile): MadeInstance | undefined {
  for (const statement of childList(file.program, 'body')) {
    const [declarator] = childList(child(statement, 'declaration'), 'declarations');
    const [property, ...others] = childList(child(declarator, 'id'), 'properties');
    const isPattern =
      statement.type === 'ExportNamedDeclaration' &&
      others.length === 0 &&
      nameOf(child(property, 'key')) === 'auth' &&
      EXPORTED.has(nameOf(child(property, 'value')) ?? '') &&
      isUnused(child(property, 'value')!, file);
    const call = isPattern ? child(declarator, 'init') : undefined;
    if (call && isMaker(call, file))
      return { statement, statements: [statement], options: childList(call, 'arguments')[0] };
    const value = unwrap(exportedBy(statement, file)?.value);
    if (!value || !isAuth(originOf(value, file))) continue;
    if (isMember(value))
      return { statement, statements: [statement], options: childList(child(value, 'object'), 'arguments')[0] };
    const setUp = setUpOf(value, file);
    const init = child(childList(setUp ?? undefined, 'declarations')[0], 'init');
    if (setUp && init && isMaker(init, file))
      return { statement, statements: [setUp, statement], options: childList(init, 'arguments')[0] };
  }
  return undefined;
}

function isMaker(call: Node, file: SourceFile): boolean {
  const origin = isCall(call) ? siteOrigin(child(call, 'callee'), file) : undefined;
  return origin !== undefined && isNextAuth(origin);
}
