import type { Binding } from '../ast/bindings.js';
import { child, childList, isCall, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { isDependency } from './contexts.js';
import type { ServerSource } from './server-source.js';

/** The rule of a call that asks the generated module, where a session is handed on and all that reads it stays as it is. */
export const BRIDGE = 'session-bridge';

/** Whether this app's sessions hold Clerk's profile and no more: the hook has nothing else. */
const isPlain = ({ context }: SourceFile): boolean => context.extraFields?.length === 0;

/** Whether the generated module yields all that the sessions hold on the server. */
export const isYielded = (file: SourceFile): boolean => isPlain(file) || file.context.keepsCallbacks;

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
export function bridgeServerSession({ call, kind, form, request }: ServerSource, file: SourceFile): boolean {
  const hasTypeArguments = call['typeParameters'] ?? call['typeArguments'];
  const module = hasTypeArguments || kind === 'token' ? undefined : bridgeModule(form, file);
  if (module === undefined) return false;
  file.edits.replace(call, file.imports.add(module, 'getSession'), `(${request ?? ''})`);
  return true;
}

/**
 * `useSession()` of Auth.js → the generated hook of the same name and shape.
 * @returns whether it was written
 */
export function bridgeUseSession(use: Use, file: SourceFile): boolean {
  const call = file.bindings.parentOf(use.node);
  if (!isCall(call) || child(call, 'callee') !== use.node || !isPlain(file) || !isFollowed(call!, file)) return false;
  const module = file.context.helperModule('useSession');
  if (module === undefined) return false;
  file.edits.replace(use.node, file.imports.add(module, 'useSession', { local: file.textOf(use.node) }));
  return true;
}

/** Whether `update()` is never given data: Clerk's user is changed by its own calls, and nothing may be lost in silence. */
function isFollowed(call: Node, file: SourceFile): boolean {
  const { bindings } = file;
  const parent = bindings.parentOf(call);
  if (isMember(parent) && child(parent, 'object') === call)
    return nameOf(child(parent, 'property')) !== 'update' || isPlainUpdate(parent!, file);
  if (parent?.type !== 'VariableDeclarator') return false;
  const id = child(parent, 'id')!;
  const own = bindings.of(id);
  if (own) return own.references.every((node) => isMemberWithoutData(node, file));
  return childList(id, 'properties').every((property) => {
    if (property.type === 'RestElement') return false;
    const binding = bindings.of(child(property, 'value'));
    return nameOf(child(property, 'key')) !== 'update' || (binding !== undefined && isPlainUpdates(binding, file));
  });
}

function isMemberWithoutData(node: Node, file: SourceFile): boolean {
  const member = file.bindings.parentOf(node);
  if (!isMember(member) || child(member, 'object') !== node) return false;
  return nameOf(child(member, 'property')) !== 'update' || isPlainUpdate(member!, file);
}

const isPlainUpdates = ({ references }: Binding, file: SourceFile): boolean =>
  references.every((node) => isPlainUpdate(node, file));

function isPlainUpdate(node: Node, { bindings }: SourceFile): boolean {
  const parent = bindings.parentOf(node);
  if (isDependency(node, bindings)) return true;
  return isCall(parent) && child(parent, 'callee') === node && childList(parent, 'arguments').length === 0;
}
