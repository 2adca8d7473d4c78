import type { Bindings } from '../ast/bindings.js';
import type { Piece } from '../ast/edits.js';
import { child, childList, stringOf, type Node } from '../ast/tree.js';
import { plainMember, plainType } from '../authjs/plain-types.js';
import type { Origin } from '../authjs/modules.js';
import type { Style } from '../ast/style.js';
import type { SourceFile } from '../source/source-file.js';

/** Text in the place of a type. */
export interface WrittenType {
  readonly node: Node;
  readonly pieces: readonly Piece[];
}

/** What is written where a type of Auth.js stands that says no more than a line; undefined where it says more. */
export function writtenType(
  name: Node,
  origin: Origin,
  { bindings, style, context }: SourceFile,
): WrittenType | undefined {
  const reference = typeReference(name, bindings);
  const around = reference && bindings.parentOf(reference);
  if (!reference) return undefined;
  const isIndexed = around?.type === 'TSIndexedAccessType' && child(around, 'objectType') === reference;
  const text = isIndexed
    ? plainMember(origin, stringOf(child(around, 'indexType')) ?? '', context.authjsStyle)
    : (plainType(origin) ?? undefined);
  if (text === undefined) return undefined;
  const [argument] = typeArguments(reference);
  if (text.includes('$') && !argument) return undefined;
  const node = isIndexed ? around! : reference;
  return { node, pieces: inPlace(node, pieces(text, argument, style), text.includes('|'), bindings) };
}

/** The type that a name stands for in a type's place: `Awaitable<T>`, `Auth.ISODateString`. */
function typeReference(name: Node, bindings: Bindings): Node | undefined {
  const parent = bindings.parentOf(name);
  const reference = parent?.type === 'TSQualifiedName' ? bindings.parentOf(parent) : parent;
  return reference?.type === 'TSTypeReference' ? reference : undefined;
}

const typeArguments = (reference: Node): Node[] =>
  childList(child(reference, 'typeParameters') ?? child(reference, 'typeArguments'), 'params');

/** Types that would take a bar behind them for a part of their own. */
const OPEN_ENDED = /^TS(?:Function|Constructor|Conditional|Infer)Type$/;

function pieces(text: string, argument: Node | undefined, { quote }: Style): Piece[] {
  const parts = text.replaceAll('"', quote).split('$');
  if (!argument) return parts;
  const isOpen = OPEN_ENDED.test(argument.type);
  return parts.flatMap((part, index): Piece[] => {
    if (index === 0) return [part];
    return isOpen && !parts[index - 1]!.endsWith('<') ? ['(', argument, ')', part] : [argument, part];
  });
}

/** Around what binds closer than a union. */
const BINDS = /^TS(?:Array|IndexedAccess|Intersection|Optional|Rest)Type$|^TSTypeOperator$/;

export function inPlace(node: Node, written: readonly Piece[], isUnion: boolean, bindings: Bindings): readonly Piece[] {
  const around = bindings.parentOf(node);
  const isClose = isUnion && BINDS.test(around?.type ?? '') && child(around, 'indexType') !== node;
  return isClose ? ['(', ...written, ')'] : written;
}
