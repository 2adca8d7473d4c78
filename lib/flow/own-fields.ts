import { isMappedName, isPrivate, pathOf } from '../clerk/field-mappings.js';
import type { FieldName } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import type { NotUnderstood } from './server-source.js';
import type { SessionFlow } from './uses.js';

/** All fields that are read, the user itself among them. */
export const fieldsIn = ({ uses, aliases }: SessionFlow): (FieldName | 'user')[] => [
  ...uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])),
  ...aliases.flatMap(({ bindings }) => bindings.map(({ field }) => field)),
];

/** Why a field that a config names can't be read in the browser. */
export function privateField(flow: SessionFlow, { context }: SourceFile): NotUnderstood | undefined {
  const paths = fieldsIn(flow).flatMap((field) => (isMappedName(field) ? [pathOf(field)] : []));
  const path = paths.find((each) => isPrivate(context.fields[each]!));
  return path === undefined
    ? undefined
    : { rule: 'session-custom-field', message: `${path} is in Clerk’s private metadata, which no browser sees` };
}

/** The fields by which an app finds a person in its data. */
const KEYS = new Set<string>(['id', 'email']);

/**
 * Why a key that Auth.js has too is the app's own none the less: `callbacks.session` makes it, a number out of the token's
 * string perhaps, and Clerk's would find nobody, or somebody else.
 */
export function ownKey(flow: SessionFlow, { context }: SourceFile): NotUnderstood | undefined {
  const own = context.extraFields?.filter((name) => name.startsWith('user.')).map((name) => name.slice(5));
  const isOwn = (name: string) => own?.includes(name) || (name === 'id' && context.hasNumericIds);
  const field = fieldsIn(flow).find((name) => KEYS.has(name) && isOwn(name));
  return field === undefined
    ? undefined
    : { rule: 'session-custom-field', message: `callbacks.session makes user.${field} in its own way` };
}
