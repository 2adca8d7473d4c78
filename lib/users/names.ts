/** A name as Clerk holds it. */
export interface SplitName {
  firstName?: string;
  lastName?: string;
}

/**
 * Auth.js has one name, Clerk has two: the first word, and all that follows. One word is a first name, and is kept.
 * Titles and particles are not guessed at; `firstName` and `lastName` in the file say it better.
 */
export function splitName(name: string): SplitName {
  const [firstName, ...rest] = name.trim().split(/\s+/u);
  if (!firstName) return {};
  return rest.length === 0 ? { firstName } : { firstName, lastName: rest.join(' ') };
}
