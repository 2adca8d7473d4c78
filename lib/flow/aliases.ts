import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, nameOf, type Node } from '../ast/tree.js';
import type { FieldMappings } from '../clerk/field-mappings.js';
import { isFieldName, type FieldName } from '../clerk/fields.js';
import { comparisonOf } from './comparisons.js';
import { asksForValue } from './contexts.js';
import { step, type Kind } from './kinds.js';

/** A constant that a person's id, name, email or image, or the user itself, is put into. */
export interface Alias {
  /** The whole declaration, which holds nothing else. */
  readonly declaration: Node;
  readonly declarator: Node;
  readonly bindings: readonly Part[];
  readonly optional: boolean;
  readonly asserted: boolean;
  readonly isCast: boolean;
  readonly throws: boolean;
  /** Whether a constant of a field is asked for having a value, or compared strictly with null or undefined. */
  readonly isTested: boolean;
  readonly isCompared: boolean;
}

interface Part {
  readonly binding: Binding;
  readonly field: FieldName | 'user';
}

/** `const user = session?.user`, `const { user } = session`, `const { id, email } = session.user`, `const id = session.user.id`. */
export function aliasOf(
  node: Node,
  at: Kind | FieldName,
  path: Pick<Alias, 'optional' | 'asserted' | 'isCast' | 'throws'>,
  bindings: Bindings,
  mapped: FieldMappings,
): Alias | undefined {
  const declarator = bindings.parentOf(node);
  const declaration = declarator && bindings.parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || child(declarator, 'init') !== node) return undefined;
  if (declaration?.['kind'] !== 'const' || childList(declaration, 'declarations').length !== 1) return undefined;
  if (bindings.placeOf(declaration)?.index === undefined) return undefined;
  const id = child(declarator, 'id')!;
  const parts = partsOf(id, at, bindings, mapped);
  if (!parts) return undefined;
  const fields = parts.filter(({ field }) => field !== 'user' && field !== 'id');
  const someReference = (test: (node: Node) => boolean) => fields.some(({ binding }) => binding.references.some(test));
  return {
    declaration,
    declarator,
    bindings: parts,
    ...path,
    throws: path.throws || id.type === 'ObjectPattern',
    isTested: someReference((reference) => asksForValue(reference, bindings)),
    isCompared: someReference((reference) => (comparisonOf(reference, bindings)?.to ?? 'nullish') !== 'nullish'),
  };
}

function partsOf(id: Node, at: Kind | FieldName, bindings: Bindings, mapped: FieldMappings): Part[] | undefined {
  const part = (identifier: Node | undefined, field: FieldName | 'user') => {
    const binding = identifier?.type === 'Identifier' ? bindings.of(identifier) : undefined;
    return binding && { binding, field };
  };
  if (id.type === 'Identifier') {
    if (id['typeAnnotation'] || (at !== 'user' && !isFieldName(at))) return undefined;
    const own = part(id, at);
    return own && [own];
  }
  if (id.type !== 'ObjectPattern' || id['typeAnnotation'] || isFieldName(at)) return undefined;
  const parts: Part[] = [];
  for (const property of childList(id, 'properties')) {
    const name = property.type === 'RestElement' || property['computed'] ? undefined : nameOf(child(property, 'key'));
    const next = name === undefined ? undefined : step(at, name, mapped);
    const found =
      next === 'user' || isFieldName(next ?? '') ? part(child(property, 'value'), next as Part['field']) : undefined;
    if (!found) return undefined;
    parts.push(found);
  }
  return parts.length > 0 ? parts : undefined;
}
