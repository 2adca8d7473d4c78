import type { SourceFile } from '../source/source-file.js';
import type { NotUnderstood } from './server-source.js';
import type { SessionFlow } from './uses.js';

/** The fields by which an app finds a person in its data. */
const KEYS = new Set<string>(['id', 'email']);

/**
 * Why a key that Auth.js has too is the app's own none the less: `callbacks.session` makes it, a number out of the token's
 * string perhaps, and Clerk's would find nobody, or somebody else.
 */
export function ownKey({ uses, aliases }: SessionFlow, { context }: SourceFile): NotUnderstood | undefined {
  const own = context.extraFields?.filter((name) => name.startsWith('user.')).map((name) => name.slice(5));
  const read = [
    ...uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])),
    ...aliases.flatMap(({ bindings }) => bindings.map(({ field }) => field)),
  ];
  const field = read.find((name) => KEYS.has(name) && own?.includes(name));
  return field === undefined
    ? undefined
    : { rule: 'session-custom-field', message: `callbacks.session makes user.${field} in its own way` };
}
