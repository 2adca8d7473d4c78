import { child, childList, isCall, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import { HANDLER, type Refusal } from '../authjs/middleware.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import type { OwnMiddleware } from './middleware-form.js';
import { enclosingFunction, sourceOf, type Source } from './middleware-sources.js';

/** The cookie that holds Auth.js's session, in either version and with its prefix. */
const SESSION_COOKIE = /^(?:__Secure-|__Host-)?(?:next-auth|authjs)\.session-token$/;

/** Where a middleware asks whether the browser has Auth.js's session cookie. */
export interface CookieReads {
  readonly sources: readonly Source[];
  readonly entries: readonly Entry[];
  /** The constants that hold its name and nothing else: they go. */
  readonly declarations: readonly Node[];
}

export const isSessionCookie = ({ site, node }: Entry): boolean =>
  site.kind === 'cookie' && SESSION_COOKIE.test(stringOf(node) ?? '');

/**
 * Reads of the session cookie, each followed to its uses: `req.cookies.has('…')`, `req.cookies.get('…')?.value`, the name
 * with and without its prefix. A cookie that was made up passed such a test, and does not pass Clerk's.
 */
export function findCookies({ fn }: OwnMiddleware, file: SourceFile): CookieReads | Refusal {
  const { bindings } = file;
  const entries = file.entries.filter((entry) => !entry.settlement && isSessionCookie(entry));
  const [first] = childList(fn, 'params');
  const request = first?.type === 'Identifier' ? bindings.of(first) : undefined;
  const declarations = new Set<Node>();
  const reads = new Set<Node>();
  for (const { node } of entries) {
    const names = namesOf(node, declarations, file);
    for (const name of names ?? [undefined]) {
      const call = name && bindings.parentOf(name);
      const callee = isCall(call) && childList(call, 'arguments')[0] === name ? child(call, 'callee') : undefined;
      const jar = child(callee, 'object');
      const isRead =
        isMember(callee) &&
        /^(?:get|has)$/.test(nameOf(child(callee, 'property')) ?? '') &&
        isMember(jar) &&
        nameOf(child(jar, 'property')) === 'cookies' &&
        request !== undefined &&
        bindings.of(child(jar, 'object')) === request &&
        enclosingFunction(call!, file) === fn;
      if (!isRead) return HANDLER;
      const value = bindings.parentOf(call!);
      const isValue = isMember(value) && nameOf(child(value, 'property')) === 'value';
      reads.add(isValue ? value! : call!);
    }
  }
  const sources = joined(reads, file).map((node) => sourceOf(node, 'token', undefined, file));
  return { sources, entries, declarations: [...declarations] };
}

/** Where a name goes to: itself, or the references of the constant that it is put into, as one of two perhaps. */
function namesOf(literal: Node, declarations: Set<Node>, file: SourceFile): Node[] | undefined {
  const { bindings } = file;
  let node = literal;
  const choice = bindings.parentOf(node);
  if (choice?.type === 'ConditionalExpression' && child(choice, 'test') !== node) {
    const both = [child(choice, 'consequent'), child(choice, 'alternate')];
    if (!both.every((each) => SESSION_COOKIE.test(stringOf(each) ?? ''))) return undefined;
    node = choice;
  }
  const holder = bindings.parentOf(node);
  if (holder?.type !== 'VariableDeclarator') return [node];
  const declaration = bindings.parentOf(holder)!;
  const binding = bindings.of(child(holder, 'id'));
  const isOne = declaration['kind'] === 'const' && childList(declaration, 'declarations').length === 1;
  if (!binding || !isOne || bindings.parentOf(declaration)?.type === 'ExportNamedDeclaration') return undefined;
  declarations.add(declaration);
  return [...binding.references];
}

/** `a || b` and `a ?? b` of two reads are one. */
function joined(reads: Set<Node>, { bindings }: SourceFile): Node[] {
  for (const read of reads) {
    const parent = bindings.parentOf(read);
    const [left, right] = [child(parent, 'left'), child(parent, 'right')];
    const isJoined = parent?.type === 'LogicalExpression' && parent['operator'] !== '&&';
    if (!isJoined || !left || !right || !reads.has(left) || !reads.has(right)) continue;
    reads.delete(left);
    reads.delete(right);
    reads.add(parent);
  }
  return [...reads];
}
