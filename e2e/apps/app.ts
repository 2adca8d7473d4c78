/** What the harness has to know of one example. */
export interface ExampleApp {
  /** Its folder below `examples/`. */
  readonly name: string;
  readonly authjs: 'v4' | 'v5';
  /** The Next.js app in there; `.` unless it is a monorepo. */
  readonly dir: string;
  /** The app's own page where people sign in; without one, people go to Clerk's. */
  readonly signIn: string | undefined;
  /** Variables of the app's own, the same before and after. */
  readonly env: Readonly<Record<string, string>>;
  /** Commands of its `build` script before `next build`, each a package's command and its arguments. */
  readonly prepare: readonly (readonly string[])[];
  /** SQL files of the example, then SQL, that make its SQLite database (`DATABASE_URL`). */
  readonly database: { readonly files: readonly string[]; readonly seed: string } | undefined;
  /** Cookies of Auth.js where sessions are rows of the database, by the person's name. */
  readonly sessionCookies?: Readonly<Record<string, string>>;
  /** In this order, for each person in turn; what changes data stands last. */
  readonly requests: readonly Wanted[];
  readonly browser: BrowserVisit;
}

/** A request; where one path is asked in more than one way, each is compared. */
export interface Wanted {
  readonly path: string;
  /** `document` as from the address bar, `script` as by fetch(). */
  readonly as: 'document' | 'script';
  readonly method?: 'GET' | 'POST';
  /** JSON. */
  readonly body?: unknown;
  /** Where the body holds what is new each time (an id): only these texts have to be there alike. */
  readonly facts?: readonly string[];
  /** A Server Function of a form on this page, called by a form that is sent to `path`. */
  readonly action?: { readonly page: string; readonly fields: Readonly<Record<string, string>> };
}

/** What the browser does, and where it looks. */
export interface BrowserVisit {
  /** A page that anybody may see. */
  readonly publicPage: string;
  /** A page for signed-in people. */
  readonly protectedPage: string;
  /** A text there that only the person's own page has. */
  readonly greeting: string;
  /** Where the sign-in button of the public page leads in the end. */
  readonly afterSignIn: string;
  /** Where the sign-out button leads. */
  readonly afterSignOut: string;
}

/** One path, asked both as a document and by a script. */
export const both = (path: string): Wanted[] => [
  { path, as: 'document' },
  { path, as: 'script' },
];
