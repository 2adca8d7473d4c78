import { child, isMember, nameOf, type Node } from '../ast/tree.js';
import { isSecret } from '../authjs/session-fields.js';
import type { SourceFile } from '../source/source-file.js';
import { failsShut, type Verdict } from './fails-shut.js';
import type { SessionUse } from './uses.js';

/** A field of the app's own, read of a session, its user or a token: it becomes a claim of the same name. */
export interface OwnField {
  readonly node: Node;
  readonly name: string;
  /** It throws where nobody is signed in. */
  readonly throws: boolean;
}

/** The field that an escape reads; undefined where it is another thing, or lets somebody pass while the claim is missing. A secret is none. */
export function ownFieldOf(use: SessionUse, verdict: Verdict, file: SourceFile): OwnField | undefined {
  if (use.kind !== 'escape' || !/^a field of (?:the app’s own|the session|the token) is read/.test(use.why))
    return undefined;
  const { node } = use;
  const name = nameOf(child(node, 'property'));
  if (!isMember(node) || node['computed'] || name === undefined || !/^\w+$/.test(name) || name === 'expires')
    return undefined;
  if (isSecret(name)) return undefined;
  return failsShut(node, verdict, file) ? { node, name, throws: !isOptional(node) } : undefined;
}

/** Whether `?.` stands somewhere in a chain of members. */
function isOptional(node: Node | undefined): boolean {
  if (!node) return false;
  return node['optional'] === true || isOptional(child(node, 'object') ?? child(node, 'expression'));
}
