import type { Origin } from '../authjs/modules.js';

/** What a function of the app's own stands for, whose code the run can't see. */
export const WRAPPED = {
  /** It is called on the server, and gives a promise of the session. */
  session: { module: 'next-auth', name: 'getServerSession' },
  /** It is a hook, and gives what useSession() gives. */
  hook: { module: 'next-auth/react', name: 'useSession' },
  /** It is called on the server, and gives a promise of the session's user, or of nothing. */
  user: { module: 'next-auth', name: 'getServerSession', yields: 'user' },
  /** It is a hook, and gives the session's user, or nothing. */
  'user-hook': { module: 'next-auth/react', name: 'useSession', yields: 'user' },
} as const satisfies Record<string, Origin>;

/** A function that yields Auth.js's session, as a config names it. */
export interface WrapperSetting {
  /** The name of the export. */
  readonly name: string;
  /** The module that exports it, as the app imports it: a package, an alias, or a path relative to the app's root. */
  readonly from: string;
  readonly yields: keyof typeof WRAPPED;
}

/** Such functions, by the file or the package that exports them. */
export type Wrappers = ReadonlyMap<string, ReadonlyMap<string, Origin>>;

/** @param fileOf the file that a module string leads to; undefined for a package */
export function wrappersOf(
  settings: readonly WrapperSetting[],
  fileOf: (from: string) => string | undefined,
): Wrappers {
  const wrappers = new Map<string, Map<string, Origin>>();
  for (const { name, from, yields } of settings) {
    const key = fileOf(from) ?? from;
    wrappers.set(key, (wrappers.get(key) ?? new Map<string, Origin>()).set(name, WRAPPED[yields]));
  }
  return wrappers;
}
