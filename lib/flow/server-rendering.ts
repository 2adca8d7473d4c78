import { languageOf } from '../ast/language.js';
import { isMappedName, pathOf } from '../clerk/field-mappings.js';
import { fieldOf, mappedField, type Expression } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import type { Rendering } from './rewrite.js';
import type { Mode } from './server-asked.js';
import type { FieldUse } from './uses.js';

/** @param name what yields Clerk's answer: a constant's name, or the very call */
export function renderingFor(mode: Mode, name: string, file: SourceFile): Rendering {
  return {
    presence: name,
    isBoolean: mode === 'presence',
    idName: mode === 'id' || mode === 'clerk-id' ? name : undefined,
    comparison: ({ compared }) => {
      if (mode === 'presence') return compared!.negated ? plain(name) : { text: `!${name}`, operator: '!' };
      return { text: `${name} ${compared!.negated ? '!==' : '==='} null`, operator: '===' };
    },
    field: (use, isKnown) => (mode === 'user' ? profileField(use, isKnown, name, file) : idField(use, isKnown, name)),
    status: () => plain(name),
    dependency: () => [name],
  };
}

const plain = (text: string): Expression => ({ text });
type Field = Omit<FieldUse, 'kind' | 'node' | 'whole' | 'throws'>;

/** `session?.user?.id` was undefined where nobody is signed in; null is another thing to a database. */
export function idField({ optional, asserted, asks }: Field, isKnown: boolean, name: string): Expression {
  if (optional && !isKnown && asks === 'value') return { text: `${name} ?? undefined`, operator: '??' };
  return plain(asserted && !isKnown && !optional ? `${name}!` : name);
}

/** A field of Clerk's user, with the `?.` and `!` that the code had and still needs. */
export function profileField(use: Field, isKnown: boolean, name: string, file: SourceFile): Expression {
  const optional = use.optional && !isKnown;
  const user = use.asserted && !optional && !isKnown ? `${name}!` : name;
  if (isMappedName(use.field))
    return mappedField(file.context.fields[pathOf(use.field)]!, { user, optional }, languageOf(file.path) !== 'js');
  const written = fieldOf(use.field, {
    user,
    optional,
    userIds: file.context.userIds,
    asks: use.asks,
    granted: use.isGranted ? (languageOf(file.path) === 'js' ? '' : '!') : undefined,
  });
  // The app's own type had a string for certain; Clerk's may be missing, as Auth.js's was.
  const isTyped = use.isCast && use.asks === 'value' && !use.isGranted && /^(?:email|name)$/.test(use.field);
  return isTyped && languageOf(file.path) !== 'js' ? { text: `${written.text} as string`, operator: 'as' } : written;
}
