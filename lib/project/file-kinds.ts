/** Which files are read, by name. */

/** Code that may refer to Auth.js. */
const SOURCE = /\.[mc]?[jt]sx?$/;
const MINIFIED = /\.min\.[mc]?js$|^\.pnp\.[a-z.]*[mc]?js$/;

/** Files that aren't code and may name Auth.js's package or its variables. */
const CONFIG: readonly RegExp[] = [
  /^package\.json$/,
  /^\.env(?!rc)/,
  /^Dockerfile|\.Dockerfile$/i,
  /\.ya?ml$/,
  /^(?:turbo|vercel|app)\.json$/,
  /^(?:fly|netlify)\.toml$/,
  /\.sh$/,
];
const NOT_CONFIG = /^(?:pnpm-lock\.yaml|\.env.*~)$/;

/** Folders that never hold code of the app's own, wherever they stand. */
export const SKIPPED_ANYWHERE: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.next',
  '.turbo',
  '.vercel',
  '.yarn',
  '.pnpm-store',
]);

/** Output, but only right below a package: further down these are names that a route may have (`app/build/page.tsx`). */
export const SKIPPED_BELOW_PACKAGE: ReadonlySet<string> = new Set(['coverage']);
export const SKIPPED_BELOW_PACKAGE_WITHOUT_GIT: ReadonlySet<string> = new Set(['coverage', 'dist', 'build', 'out']);

/** Folders whose packages are samples or material for tests, not apps that somebody runs. */
export const SAMPLES: ReadonlySet<string> = new Set([
  'fixtures',
  '__fixtures__',
  '__testfixtures__',
  'templates',
  'template',
  '__tests__',
]);

/** 'source' for JavaScript and TypeScript, 'config' for manifests, env and deployment files; undefined for what is not read. */
export function kindOf(name: string): 'source' | 'config' | undefined {
  if (SOURCE.test(name) && !name.startsWith('.env')) return MINIFIED.test(name) ? undefined : 'source';
  if (NOT_CONFIG.test(name)) return undefined;
  return CONFIG.some((pattern) => pattern.test(name)) ? 'config' : undefined;
}

export function isEnvFile(name: string): boolean {
  return name.startsWith('.env') && kindOf(name) === 'config';
}
