/** The id of a person as generated code and claims have it, and the same where Clerk's own is wanted. */
const IDS: readonly (readonly [external: string, clerk: string])[] = [
  ['user.externalId ?? user.id', 'user.id'],
  ['{{user.external_id || user.id}}', '{{user.id}}'],
];

/** A generated file for `--user-ids clerk`: no place of the app sees another id than Clerk's. */
export const withClerkIds = (text: string): string =>
  IDS.reduce((written, [external, clerk]) => written.replaceAll(external, clerk), text);
