import type { Binding } from '../ast/bindings.js';
import { child, childList, isCall, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { isDependency } from './contexts.js';
import type { ServerSource } from './server-source.js';

/** The rule of a call that asks the generated module, where a session is handed on and all that reads it stays as it is. */
export const BRIDGE = 'session-bridge';

/** Whether this app's sessions hold Clerk's profile and no more. */
const isPlain = ({ context }: SourceFile): boolean => context.extraFields?.length === 0;

/** Whether the generated module yields all that the sessions hold. */
export const isYielded = (file: SourceFile): boolean =>
  isPlain(file) || file.context.keepsCallbacks || file.context.yieldsOwnFields;

/** What a person has to know where a session is handed on and the generated module can't yield it. */
export function withFields(message: string, { context }: SourceFile): string {
  const fields = [...new Set(context.extraFields)];
  return fields.length === 0
    ? message
    : `${message}; the app’s sessions hold fields of its own: ${fields.slice(0, 4).join(', ')}${fields.length > 4 ? ', …' : ''}`;
}

/** The generated module that yields this app's sessions to a file; undefined where none does. */
export const bridgeModule = (form: ServerSource['form'], file: SourceFile): string | undefined =>
  file.context.routeKind === 'middleware' || !isYielded(file)
    ? undefined
    : file.context.helperModule('getSession', form);

/**
 * `getServerSession(authOptions)` → `getSession()` of the generated module: the call changes, nothing else.
 * @returns whether it was written
 */
export function bridgeServerSession(
  { call, kind, form, request }: ServerSource,
  { node, site }: Use,
  file: SourceFile,
): boolean {
  const hasTypeArguments = call['typeParameters'] ?? call['typeArguments'];
  const module = hasTypeArguments || kind !== 'session' ? undefined : bridgeModule(form, file);
  if (module === undefined) return false;
  const local = file.textOf(node);
  // Not the name of a whole module, nor of its default.
  const isRenamed = child(call, 'callee') === node && local !== site.origin.name && site.origin.name !== 'default';
  const name = file.imports.add(module, 'getSession', isRenamed ? { local } : {});
  file.edits.replace(call, name, `(${request ?? ''})`);
  return true;
}

/**
 * `getToken({ req })` → `getToken(req)` of the generated module, where no code of the app's own fills the token.
 * @returns whether it was written
 */
export function bridgeToken({ call, kind, isRaw, form, request }: ServerSource, file: SourceFile): boolean {
  if (kind !== 'token' || isRaw || !file.context.hasPlainToken || file.context.routeKind === 'middleware') return false;
  const module = readsTimes(call, file) ? undefined : file.context.helperModule('getToken', form);
  if (module === undefined) return false;
  file.edits.replace(call, file.imports.add(module, 'getToken'), `(${request ?? ''})`);
  return true;
}

/** Whether code reads when the token was made, or how long it lives: Clerk's lives for a minute. */
function readsTimes(call: Node, { bindings }: SourceFile): boolean {
  const declarator = [...bindings.ancestors(call)].find(({ type }) => type === 'VariableDeclarator');
  const id = child(declarator, 'id');
  const members = (bindings.of(id)?.references ?? []).map((reference) => bindings.parentOf(reference));
  const names = [
    ...members.flatMap((member) => (isMember(member) ? (nameOf(child(member, 'property')) ?? '') : [])),
    ...childList(id, 'properties').map((property) => nameOf(child(property, 'key')) ?? ''),
  ];
  return names.some((name) => /^(?:iat|exp|jti)$/.test(name));
}

/**
 * `useSession()` of Auth.js → the generated hook of the same name and shape.
 * @returns whether it was written
 */
export function bridgeUseSession(use: Use, file: SourceFile): boolean {
  const call = file.bindings.parentOf(use.node);
  const isHere = isCall(call) && child(call, 'callee') === use.node;
  if (!isHere || use.site.origin.yields || !isYielded(file)) return false;
  if (file.context.updates.length > 0 && !isFollowed(call!, file)) return false;
  const module = file.context.helperModule('useSession');
  if (module === undefined) return false;
  file.edits.replace(use.node, file.imports.add(module, 'useSession', { local: file.textOf(use.node) }));
  return true;
}

/**
 * `getSession()` in the browser → the function of the generated module's client part, which asks the app's own route as
 * Auth.js's asked its own. It is null where it runs on the server, as it was.
 * @returns whether it was written
 */
export function bridgeGetSession(use: Use, file: SourceFile): boolean {
  const call = file.bindings.parentOf(use.node);
  const isHere = isCall(call) && child(call, 'callee') === use.node && childList(call, 'arguments').length === 0;
  if (!isHere || file.side === 'server' || !isYielded(file)) return false;
  const module = file.context.helperModule('getBrowserSession');
  if (module === undefined) return false;
  file.edits.replace(use.node, file.imports.add(module, 'getSession', { local: file.textOf(use.node) }));
  return true;
}

/** Whether `update()` is never given data that the app's callbacks would take in. */
function isFollowed(call: Node, file: SourceFile): boolean {
  const { bindings } = file;
  const parent = bindings.parentOf(call);
  if (isMember(parent) && child(parent, 'object') === call)
    return nameOf(child(parent, 'property')) !== 'update' || isPlainUpdate(parent!, file);
  if (parent?.type !== 'VariableDeclarator') return false;
  const id = child(parent, 'id')!;
  const own = bindings.of(id);
  if (own) return own.references.every((node) => isPlainMember(node, file));
  return childList(id, 'properties').every((property) => {
    if (property.type === 'RestElement') return false;
    const binding = bindings.of(child(property, 'value'));
    return nameOf(child(property, 'key')) !== 'update' || (binding !== undefined && isPlainUpdates(binding, file));
  });
}

function isPlainMember(node: Node, file: SourceFile): boolean {
  const member = file.bindings.parentOf(node);
  if (!isMember(member) || child(member, 'object') !== node) return false;
  return nameOf(child(member, 'property')) !== 'update' || isPlainUpdate(member!, file);
}

const isPlainUpdates = ({ references }: Binding, file: SourceFile): boolean =>
  references.every((node) => isPlainUpdate(node, file));

function isPlainUpdate(node: Node, { bindings, context }: SourceFile): boolean {
  const parent = bindings.parentOf(node);
  if (isDependency(node, bindings)) return true;
  if (!isCall(parent) || child(parent, 'callee') !== node) return false;
  const [data] = childList(parent, 'arguments');
  const { updates } = context;
  if (!data || updates === 'all' || data.type !== 'ObjectExpression') return !data;
  return childList(data, 'properties').every((property) => {
    const name =
      property.type.startsWith('Spread') || property['computed'] ? undefined : nameOf(child(property, 'key'));
    return name !== undefined && !updates.includes(name);
  });
}
