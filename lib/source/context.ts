import type { RouteKind } from '../project/types.js';

export type { RouteKind };

/** A function of the generated module that a rewrite may call. */
export type Helper = 'getUserId' | 'getUser';

/** What a transform knows of the app around its file. Alone under stock jscodeshift, it is STANDALONE. */
export interface FileContext {
  readonly routeKind: RouteKind;
  readonly clerkMajor: number;
  /** Which id the app's data holds: Clerk's own, or the former one kept as `externalId`. */
  readonly userIds: 'clerk' | 'external';
  /** The app's own sign-in page (`pages.signIn`), if it has one. */
  readonly signInPage: string | undefined;
  /** The module string of the generated module for this file; undefined where none can be generated. */
  helperModule(helper: Helper, form: 'app' | 'pages'): string | undefined;
  /** Sites of Auth.js elsewhere in the app that still need what an export of this file hands on; undefined where unknown. */
  usersOf(exported: string): readonly string[] | undefined;
  /** Whether anything that is left to a person needs Auth.js to run: its route, its config. */
  readonly runtimeNeeded: boolean | undefined;
  note(followUp: { rule: string; title: string; detail: string }): void;
}

/** What one file alone can tell. */
export const STANDALONE: FileContext = {
  routeKind: 'module',
  clerkMajor: 7,
  userIds: 'clerk',
  signInPage: undefined,
  helperModule: () => undefined,
  usersOf: () => undefined,
  runtimeNeeded: undefined,
  note: () => {},
};
