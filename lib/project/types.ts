/** One package of the repository: a folder with a package.json. */
export interface Package {
  /** Absolute, without a slash at the end. */
  readonly dir: string;
  readonly manifestPath: string;
  readonly name: string | undefined;
  /** dependencies, devDependencies, peerDependencies and optionalDependencies together: name → range as written. */
  readonly dependencies: ReadonlyMap<string, string>;
}

export interface App {
  readonly package: Package;
  readonly dir: string;
  /** Where `app/`, `pages/` and the middleware live: the app's folder or its `src`. */
  readonly sourceDir: string;
  readonly routers: readonly ('app' | 'pages')[];
  readonly next: VersionRange;
  readonly react: VersionRange | undefined;
  readonly authjs: VersionRange | undefined;
  /** 'v5' where next-auth is 5, or its code calls NextAuth() for `auth`; 'v3' where it is too old to move. */
  readonly authjsStyle: 'v3' | 'v4' | 'v5' | undefined;
  readonly clerk: VersionRange | undefined;
  readonly language: 'ts' | 'js';
  readonly typescript: TypeScriptFeatures;
  /** An Auth.js adapter, an ORM or a database driver among the dependencies: rows may hold user ids. */
  readonly database: string | undefined;
  readonly adapter: string | undefined;
  /** middleware.ts or proxy.ts, if there is one where Next looks for it. */
  readonly middlewarePath: string | undefined;
}

/** What the app's TypeScript, with its types of React, can read. What is not known is taken for new enough. */
export interface TypeScriptFeatures {
  /** `value satisfies Type` */
  readonly satisfies: boolean;
  /** `<ClerkProvider>`, which Clerk's types declare as an async function. */
  readonly asyncComponents: boolean;
}

export interface VersionRange {
  /** As written, with a pnpm catalog's or a workspace's reference resolved where that was possible. */
  readonly range: string;
  /** The lowest version that the range admits; undefined for tags and what has no version. */
  readonly version: string | undefined;
  readonly major: number | undefined;
}

export type Side = 'client' | 'server' | 'shared';

/** Where in an app a file stands; it decides which of Clerk's calls fit. */
export type RouteKind =
  'app-page' | 'app-layout' | 'app-route' | 'pages-page' | 'pages-api' | 'pages-app' | 'middleware' | 'module';

export interface Project {
  /** The working directory, which the report's paths are relative to. */
  readonly cwd: string;
  /** The path given, absolute: a folder or one file. */
  readonly target: string;
  /** The folder that is read whole: the workspace's root, or the app's. */
  readonly root: string;
  readonly gitRoot: string | undefined;
  readonly apps: readonly App[];
  readonly packages: readonly Package[];
  readonly packageManager: 'npm' | 'yarn' | 'pnpm' | 'bun' | undefined;
  /** JavaScript and TypeScript files below the root, absolute and sorted. */
  readonly sourceFiles: readonly string[];
  /** package.json, env files and deployment files below the root, absolute and sorted. */
  readonly configFiles: readonly string[];
  /** Manifests, env files and the root middleware may change: the target is an app, its `src` or the monorepo's root. */
  readonly isWhole: boolean;
  /** Whether the file was left out of the run: it is read, and not edited. */
  isIgnored(path: string): boolean;
  /** Whether the run may edit the file. */
  isTargeted(path: string): boolean;
  /** The file that an import leads to, if it is one below the root; through aliases and workspace packages. */
  resolve(specifier: string, from: string): string | undefined;
  /** That file, and those that a package of the workspace has in its place for other conditions. */
  resolveAll(specifier: string, from: string): readonly string[];
  /** How a module of the same package is written in an import from `from`: by the app's alias where it has one, else relative, without extension. */
  specifierFor(target: string, from: string): string;
  /** The package whose folder is the nearest above the file. */
  packageOf(path: string): Package | undefined;
  /** The app that the file belongs to; for a file of a shared package the only app, if there is one. */
  appOf(path: string): App | undefined;
  routeKindOf(path: string): RouteKind;
  /** The address of the page that the file is, as its folders write it. */
  addressOf(path: string): string | undefined;
  /** The address at which the page or the route handler that the file is answers. */
  answersAt(path: string): string | undefined;
  /** Whether the app has a route handler of its own at this address (`/api/auth/register`), other than Auth.js's catch-all. */
  hasOwnRoute(address: string): boolean;
}

/** What stops the run before it begins: one line for a person, and what to do about it. Exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
