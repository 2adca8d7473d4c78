import { NO_MAPPINGS, type FieldMappings } from '../clerk/field-mappings.js';
import type { Helper } from '../clerk/helpers.js';
import type { Place } from '../clerk/sign-in-places.js';
import type { FollowUp } from '../ledger.js';
import type { Node, Span } from '../ast/tree.js';
import type { RouteKind, TypeScriptFeatures } from '../project/types.js';
import type { ScannedFile } from '../scan/sites.js';

export type { RouteKind };

export type { Helper };

/** `--profile`: by the kind of route, always from Clerk's API, or from the session token first. */
export type Profile = 'auto' | 'user' | 'claims';

/**
 * Whom the app's own functions around `auth` ask: Auth.js, Clerk while Auth.js's set-up still stands beside them, or Clerk
 * alone.
 */
export type OwnWrappers = 'clerk' | 'clerk-beside-authjs' | 'authjs';

/** Whether an import of the app's own yields the session by its old name: not yet known where the set-up may still stay. */
export type InPlace = 'yes' | 'no' | 'later';

/** Where code that read a session reads it now: nowhere else, in Clerk's packages, in the generated module, or some of it in each. */
export type WhereMoved = 'none' | 'nowhere' | 'clerk' | 'module' | 'both';

/** The code that a test may run, by the side it runs on. */
export interface CodeUnderTest {
  readonly client: WhereMoved;
  readonly server: WhereMoved;
  /** Whether any of it asks by a request, which Clerk answers at once and not by a promise. */
  readonly byRequest?: boolean;
}

/** What a file's components, which sign in, are to the pages that show them. */
export interface SignInPart {
  /** The addresses of all pages that do. */
  readonly routes: readonly string[];
  /** Whether each of these pages shows another that signs in, which comes first. */
  readonly isBeside: boolean;
}

/** What goes of a test file with the parts of the set-up that it tests. */
export interface TestCut {
  /** Whether every test of the file goes, and the file with them. */
  readonly isWhole: boolean;
  /** Tests, groups of tests, and what only they use of a part that goes. */
  readonly statements: readonly Node[];
  /** How many tests go, and how many there are. */
  readonly gone: number;
  readonly tests: number;
}

/** What a transform knows of the app around its file. Alone under stock jscodeshift, it is STANDALONE. */
export interface FileContext {
  /** The path as the report writes it. */
  readonly displayPath: string;
  readonly routeKind: RouteKind;
  /** The address of the page that the file is, as its folders write it: `/auth/login`, `/[locale]/login`. */
  readonly route: string | undefined;
  readonly clerkMajor: number;
  readonly typescript: TypeScriptFeatures;
  /** Whether the middleware loads the file, or may: there Clerk answers no `auth()` and no `getAuth(req)`. */
  readonly runsInMiddleware: boolean;
  /** How the app uses Auth.js. */
  readonly authjsStyle: 'v4' | 'v5';
  /** Which id the app's data holds: Clerk's own, or the former one kept as `externalId`. */
  readonly userIds: 'clerk' | 'external';
  /** Where the server reads name, email and image: 'auto' asks Clerk's API in pages, and the session token elsewhere. */
  readonly profile: Profile;
  /** The app's own sign-in page (`pages.signIn`), if it has one. */
  readonly signInPage: string | undefined;
  /** The address of the app's page that holds Clerk's form, be it generated; undefined where the Account Portal does. */
  readonly clerkPage: string | undefined;
  /** The addresses of the app's own pages that give way to Clerk's Account Portal (`--ui account-portal`). */
  readonly portal: ReadonlyMap<string, Place>;
  /** A pattern of the paths at which pages to sign in on are generated (`--ui self-hosted`), which a middleware of the app's own does not know. */
  readonly hostsSignIn: string | undefined;
  /** The address of the generated route that Clerk calls: nobody is signed in there, and it has to pass. */
  readonly webhook: string | undefined;
  /** Whether a middleware tests paths by Clerk's `createRouteMatcher()`, which is deprecated. */
  readonly routeMatcher: boolean;
  /** Whether a page may stand at a path that looks like a file's: `/[locale]` takes `/logo.png`. */
  readonly hasFileLikePages: boolean;
  /** Where the file's components show, if they sign in and show on pages alone. */
  readonly signInPart: SignInPart | undefined;
  /** Whether v5's config decides who passes the middleware; undefined where that is unknown. */
  readonly authorizedCallback: boolean | undefined;
  /** Where that callback stands, if there is one alone. */
  readonly authorizedAt: { readonly file: ScannedFile; readonly part: Span } | undefined;
  /** What the app puts into its sessions beyond Auth.js's own fields; undefined where that can't be told. */
  readonly extraFields: readonly string[] | undefined;
  /** Fields of the app's own whose place in Clerk a config names. */
  readonly fields: FieldMappings;
  /** Whether Auth.js's token holds its own fields alone: no callback fills it, and no type says that one does. */
  readonly hasPlainToken: boolean;
  /** Whether the app's own callbacks live on and fill its sessions, so that `getSession()` yields what they hold. */
  readonly keepsCallbacks: boolean;
  /** Whether fields of the app's own come from the public metadata of Clerk's user, so that `getSession()` yields them. */
  readonly readsMetadata: boolean;
  /** Whether the generated module yields all that the app's sessions hold beyond Auth.js's own fields, without its callbacks. */
  readonly yieldsOwnFields: boolean;
  /** Whether the app's ids are numbers, which Clerk keeps as text. */
  readonly hasNumericIds: boolean;
  /** Paths of secrets that the app's callbacks put into its sessions (`user.accessToken`), and that `getSession()` yields no more. */
  readonly sessionSecrets: readonly string[];
  /** Paths of a provider's tokens that `getSession()` yields on the server, and no session in the browser holds. */
  readonly serverSecrets: readonly string[];
  /** The types that the app declares inside Auth.js's module, for code that imports them from there. */
  readonly ownTypes: ReadonlySet<string>;
  /** The module that the file's callbacks move to, where they do not stay in the file. */
  readonly callbacksModule: string | undefined;
  /** How the app keeps its sessions, where its callbacks live on. */
  readonly sessionStrategy: 'jwt' | 'database' | undefined;
  /** Which fields of what `update(data)` hands to the app's callbacks last; a call without them fetches the session anew. */
  readonly updates: 'all' | readonly string[];
  /** The module string of the generated module for this file; undefined where none can be generated. */
  helperModule(helper: Helper, form?: 'app' | 'pages'): string | undefined;
  /** Whether anything that is left to a person needs Auth.js to run: its route, its config. */
  readonly runtimeNeeded: boolean | undefined;
  /** Whether code that is left to a person reads Auth.js's sessions by the types that the app adds to them. */
  readonly keepsTypes: boolean;
  /** The file's exports that nothing but the set-up uses, which may stand in other files. */
  readonly setUpExports: ReadonlySet<string>;
  /** Properties in the file that hold providers, and that nothing but the set-up reads. */
  readonly setUpProperties: readonly Node[];
  /** The exports that hand Auth.js's package on to code that stays, `*` for all of them: they stay as well. */
  readonly stillTaken: ReadonlySet<string>;
  /** Whether another file imports the file for what is not of Auth.js, or for its effects. */
  readonly isImportedElsewhere: boolean;
  /** The variables of Auth.js's that nothing reads any more but schemas. */
  readonly unreadVariables: ReadonlySet<string>;
  readonly ownWrappers: OwnWrappers;
  /** Of v5's `auth` that is imported from a module of the app's own; 'later' says that this file wants it to. */
  ownAuth(source: string, name: string): InPlace;
  /** Whether a module of the app's own hands a type of Auth.js's on, and will have it of the generated module. */
  handsTypeOn(source: string, name: string): boolean;
  /** The exports of this file that others want to yield the session by their name when the set-up goes. */
  readonly wantedAuth: ReadonlySet<string>;
  /** Whether the file may be where the app is rendered, of an app that has no provider. */
  readonly lacksProvider: boolean;
  /** The Server Actions among the file's exports that code still calls; undefined where that is unknown. */
  readonly actionsInUse: ReadonlySet<string> | undefined;
  /** How the file imports a file of the app's own, or a package. */
  specifierOf(module: string): string;
  /** Of a test of what sets Auth.js up, where that goes. */
  readonly testCut: TestCut | undefined;
  /** Whether code besides tests still loads a module of Auth.js's. */
  isStillLoaded(source: string): boolean;
  /** Of a test that mocks Auth.js. */
  readonly codeUnderTest: CodeUnderTest;
  note(followUp: FollowUp): void;
  /** Puts text that may stay in no route into a file of its own beside the generated module; undefined where none can be made. */
  readonly leave: ((text: string) => void) | undefined;
}

/** What one file alone can tell. */
export const STANDALONE: FileContext = {
  displayPath: '',
  routeKind: 'module',
  route: undefined,
  clerkMajor: 7,
  typescript: { satisfies: true, asyncComponents: true },
  runsInMiddleware: true,
  authjsStyle: 'v4',
  userIds: 'clerk',
  profile: 'auto',
  signInPage: undefined,
  clerkPage: undefined,
  portal: new Map(),
  hostsSignIn: undefined,
  webhook: undefined,
  routeMatcher: false,
  hasFileLikePages: false,
  signInPart: undefined,
  helperModule: () => undefined,
  authorizedCallback: undefined,
  authorizedAt: undefined,
  extraFields: undefined,
  fields: NO_MAPPINGS,
  hasPlainToken: false,
  keepsCallbacks: false,
  readsMetadata: false,
  yieldsOwnFields: false,
  hasNumericIds: false,
  sessionSecrets: [],
  serverSecrets: [],
  ownTypes: new Set(),
  callbacksModule: undefined,
  sessionStrategy: undefined,
  updates: 'all',
  runtimeNeeded: undefined,
  keepsTypes: false,
  setUpExports: new Set(),
  setUpProperties: [],
  unreadVariables: new Set(),
  stillTaken: new Set(),
  isImportedElsewhere: true,
  ownWrappers: 'authjs',
  ownAuth: () => 'no',
  handsTypeOn: () => false,
  wantedAuth: new Set(),
  lacksProvider: false,
  actionsInUse: undefined,
  specifierOf: (module) => module,
  testCut: undefined,
  isStillLoaded: () => true,
  codeUnderTest: { client: 'clerk', server: 'clerk' },
  note: () => {},
  leave: undefined,
};
