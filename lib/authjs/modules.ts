/** Which module strings are Auth.js's: next-auth 3 to 5, its adapters under both scopes, and @auth/core. */
export const isAuthjsModule = (specifier: string): boolean =>
  /^(?:next-auth(?:\/|$)|@auth\/|@next-auth\/)/.test(specifier);

/** Packages that go from a package.json when no code uses them any more. */
export const isAuthjsPackage = (name: string): boolean =>
  /^(?:next-auth$|@auth\/|@next-auth\/|@types\/next-auth$)/.test(name);

/** A name that a file has from Auth.js: by import, or through a module of the app's own that hands it on. */
export interface Origin {
  /** `next-auth/react`, …, or one of OWN. */
  readonly module: string;
  /** The export; `default`, or `*` for the whole module. */
  readonly name: string;
  /** Not what the export yields itself, but the user in it: of a function that a config names. */
  readonly yields?: 'user';
  /** Where an action of the app's own leads. */
  readonly leadsTo?: Destination;
}

/** An address that a Server Action names: a text, a constant, one of its parameters, or the latter with a fallback. */
export interface Destination {
  /** The place of the parameter that may hold it. */
  readonly parameter?: number;
  /** As it is written in the action's file, which is where its names are known. */
  readonly text?: string;
  /** The name in that text, and the file or package that exports it. */
  readonly constant?: { readonly name: string; readonly module: string };
}

/** Values that the app makes with Auth.js and hands on under names of its own. */
export const OWN = {
  /** What `NextAuth()` of v5 returned: `auth`, `handlers`, `signIn`, `signOut`, `unstable_update`, `GET`, `POST`. */
  instance: 'authjs:instance',
  /** The options object that `NextAuth()` and `getServerSession()` take. */
  options: 'authjs:options',
  /** A function of the app's own around `auth`, by the same name: callers go through its logic, which is not Clerk's to replace. */
  wrapper: 'authjs:wrapper',
  /** What else a module of the app's own has that hands Auth.js on, taken of the whole module: `auth.getCurrentUser()`. */
  beside: 'authjs:beside',
  /** A function of the app's own that gives back what `NextAuth()` of v5 returned. */
  factory: 'authjs:factory',
  /** A Server Action of the app's own: `signIn`, `signOut` where it does nothing else, `form` where it signs in with more. */
  action: 'authjs:action',
} as const;

/** The members of what v5's `NextAuth()` returns. */
export const INSTANCE_MEMBERS = new Set(['auth', 'handlers', 'signIn', 'signOut', 'update', 'unstable_update']);

/** A member that code calls; `handlers` is only exported. */
export const isInstanceCall = ({ module, name }: Origin): boolean =>
  module === OWN.instance && name !== 'handlers' && INSTANCE_MEMBERS.has(name);

/** Values that make up the set-up: whatever declares nothing else goes with it. */
export const isSetUpValue = ({ module }: Origin): boolean =>
  module === OWN.instance || module === OWN.options || module === OWN.factory;

/** v4 exports the same function from `next-auth` and from `next-auth/next`. */
export const isNextAuth = ({ module, name }: Origin): boolean =>
  (module === 'next-auth' || module === 'next-auth/next') && name === 'default';

/** The types of the options object. */
export const OPTIONS_TYPES = new Set([
  'NextAuthOptions',
  'AuthOptions',
  'NextAuthConfig',
  'AuthConfig',
  'AuthjsConfig',
]);

/** Functions that take the options as an argument, so that what they are given is the options. */
const TAKES_OPTIONS = new Set(['default', 'getServerSession', 'unstable_getServerSession']);
export const takesOptions = ({ module, name }: Origin): boolean =>
  (module === 'next-auth' && TAKES_OPTIONS.has(name)) || module.startsWith('next-auth/next');

export const isOptionsType = (origin: Origin | undefined): boolean =>
  origin !== undefined && isAuthjsModule(origin.module) && OPTIONS_TYPES.has(origin.name);
