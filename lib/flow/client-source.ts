import type { Binding } from '../ast/bindings.js';
import { child, childList, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { isFieldName } from '../clerk/fields.js';
import { step, type Kind } from './kinds.js';
import type { NotUnderstood } from './server-source.js';

/** What the result of useSession() is put into. */
export interface HookResult {
  readonly declarator: Node;
  readonly scope: Binding['scope'];
  readonly parts: readonly { binding: Binding; kind: Kind }[];
  /** Names that were taken out and never used. */
  readonly unused: readonly Binding[];
}

/**
 * Reads what the hook's result is put into: a name, a pattern, or `.data` of it.
 * @param yields what the hook gives: all that useSession() does, or the user alone
 */
export function resultOf(
  call: Node,
  { bindings }: SourceFile,
  yields: 'result' | 'user' = 'result',
): HookResult | NotUnderstood {
  const escapes = {
    rule: 'session-escapes',
    message: 'the result of useSession() is used where it is asked for; take it apart first',
  };
  let value = call;
  let parent = bindings.parentOf(value);
  while (parent && /^TS(?:As|NonNull|Satisfies)Expression$/.test(parent.type))
    [value, parent] = [parent, bindings.parentOf(parent)];
  let kind: Kind = yields;
  while (parent && isMember(parent) && child(parent, 'object') === value && !parent['computed']) {
    const next = step(kind, nameOf(child(parent, 'property')) ?? '');
    if (next === undefined || isFieldName(next)) break;
    // `useSession().data.user` throws where nobody is signed in.
    if (next === 'user' && parent['optional'] !== true) return escapes;
    [kind, value, parent] = [next, parent, bindings.parentOf(parent)];
  }
  const declaration = parent && bindings.parentOf(parent);
  if (parent?.type !== 'VariableDeclarator' || declaration?.['kind'] !== 'const') return escapes;
  if (bindings.parentOf(declaration)?.type === 'ExportNamedDeclaration') return escapes;
  const id = child(parent, 'id')!;
  const own = bindings.of(id);
  if (id.type === 'Identifier' && own)
    return {
      declarator: parent,
      scope: own.scope,
      parts: [{ binding: own, kind }],
      unused: [],
    };
  if (id.type !== 'ObjectPattern' || (kind !== 'result' && kind !== 'session')) return escapes;
  const parts: { binding: Binding; kind: Kind }[] = [];
  const unused: Binding[] = [];
  for (const property of childList(id, 'properties')) {
    const name = property.type === 'RestElement' || property['computed'] ? undefined : nameOf(child(property, 'key'));
    const element = child(property, 'value');
    const binding = element?.type === 'Identifier' ? bindings.of(element) : undefined;
    if (!binding)
      return {
        rule: 'session-escapes',
        message: 'the result of useSession() is taken apart in a way that is not followed',
      };
    const next = KINDS[`${kind === 'session' ? 'data.' : ''}${name}`];
    if (binding.references.length === 0) unused.push(binding);
    else if (next) parts.push({ binding, kind: next });
    else if (name === 'update')
      return {
        rule: 'session-update',
        message: 'the session is updated by update(); reload Clerk’s user in its place',
      };
    else return { rule: 'session-custom-field', message: `useSession().${name} is read` };
  }
  const [first] = [...parts.map(({ binding }) => binding), ...unused];
  return first ? { declarator: parent, scope: first.scope, parts, unused } : escapes;
}

const KINDS: Readonly<Record<string, Kind | undefined>> = { data: 'session', status: 'status', 'data.user': 'user' };
