import type { Bindings } from '../ast/bindings.js';
import type { Piece } from '../ast/edits.js';
import { child, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { inPlace, type WrittenType } from './written-types.js';

export const RESULT_TYPE = 'session-types';

/**
 * Writes what a function of Auth.js yields where the code asks for the type of that.
 * @returns whether it was written
 */
export function writeResultType(use: Use, file: SourceFile): boolean {
  if (use.site.origin.yields) return false;
  const module = resultType(use.node, '', file.bindings) && file.context.helperModule('Session');
  if (module === undefined) return false;
  const session = file.imports.add(module, 'Session', { typeOnly: true });
  const { node, pieces } = resultType(use.node, session, file.bindings)!;
  file.edits.replace(node, ...pieces);
  file.settle(use, 'bridged', RESULT_TYPE, `what getSession() of ${module} yields`);
  return true;
}

/**
 * `Awaited<ReturnType<typeof auth>>` → `Session | null`, and without `Awaited` the promise of it.
 * @param session what the file calls the type of a session
 */
function resultType(name: Node, session: Piece, bindings: Bindings): WrittenType | undefined {
  const query = bindings.parentOf(name);
  const returned = query?.type === 'TSTypeQuery' ? argumentOf('ReturnType', query, bindings) : undefined;
  if (!returned) return undefined;
  const awaited = argumentOf('Awaited', returned, bindings);
  if (!awaited) return { node: returned, pieces: ['Promise<', session, ' | null>'] };
  const present = argumentOf('NonNullable', awaited, bindings);
  return present
    ? { node: present, pieces: [session] }
    : { node: awaited, pieces: inPlace(awaited, [session, ' | null'], true, bindings) };
}

/** The reference `Name<argument>` whose only argument a type is. */
function argumentOf(name: string, argument: Node, bindings: Bindings): Node | undefined {
  const list = bindings.parentOf(argument);
  const reference = list?.type === 'TSTypeParameterInstantiation' ? bindings.parentOf(list) : undefined;
  return reference?.type === 'TSTypeReference' && nameOf(child(reference, 'typeName')) === name ? reference : undefined;
}
