import { isClientHelper } from '../../lib/clerk/helpers.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';
import { scan } from '../../lib/scan/scan.js';
import { withoutSites, type ScannedFile } from '../../lib/scan/sites.js';
import { STANDALONE, type FileContext } from '../../lib/source/context.js';
import { finish, type Finished } from '../../lib/source/finish.js';
import { SourceFile } from '../../lib/source/source-file.js';
import { TRANSFORMS } from '../../transforms/index.js';

/** What a fixture says of the app around its file. */
export interface FixtureOptions extends Omit<Partial<FileContext>, 'actionsInUse' | 'unreadVariables' | 'portal'> {
  /** Modules of the app's own that hand Auth.js on: specifier → names, of NextAuth() v5 unless listed under `options`. */
  readonly modules?: Readonly<Record<string, readonly string[]>>;
  /** Modules with functions of the app's own around `auth`, by that name. */
  readonly wrappers?: Readonly<Record<string, readonly string[]>>;
  /** Modules that re-export types of next-auth, which will have them of the generated module. */
  readonly types?: Readonly<Record<string, readonly string[]>>;
  /** Other modules of the app's own: specifier → text. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The Server Actions of the file that are still called. */
  readonly actionsInUse?: readonly string[];
  /** The app's own pages that give way to Clerk's: address → what stands there. */
  readonly portal?: Readonly<Record<string, 'SignIn' | 'SignUp'>>;
  /** The variables that nothing but declarations reads. */
  readonly unreadVariables?: readonly string[];
  /** Where the file stands, for transforms that look at its path. */
  readonly path?: string;
  /** The generated module's specifier; without one no helper can be generated. */
  readonly helperModule?: never;
  readonly sessionModule?: string | null;
  /** The text of the config whose `authorized` callback decides who passes; it stands beside the file. */
  readonly authorizedIn?: string;
}

const typesText = (names: readonly string[]): string => `export type { ${names.join(', ')} } from 'next-auth';`;

const wrapperText = (names: readonly string[]): string =>
  [
    `import NextAuth from 'next-auth';`,
    `const made = NextAuth({ providers: [] });`,
    ...names.map((name) => `export const ${name} = cache(async () => made.auth());`),
  ].join('\n');

/** The text of a stand-in module: v5's instance, and `authOptions`-like names as options. */
function moduleText(names: readonly string[]): string {
  const options = names.filter((name) => /options|config/i.test(name));
  const members = names.filter((name) => !options.includes(name));
  return [
    `import NextAuth, { type NextAuthOptions } from 'next-auth';`,
    ...options.map((name) => `export const ${name}: NextAuthOptions = { providers: [] };`),
    ...(members.length > 0 ? [`export const { ${members.join(', ')} } = NextAuth({ providers: [] });`] : []),
  ].join('\n');
}

export function scanFixture(
  path: string,
  text: string,
  {
    modules = {},
    wrappers = {},
    types = {},
    texts: others = {},
  }: Pick<FixtureOptions, 'modules' | 'wrappers' | 'types' | 'texts'> = {},
): ScannedFile {
  const standIns = (given: typeof modules, textOf: typeof moduleText) =>
    Object.entries(given).map(([specifier, names]) => [`module:${specifier}.ts`, textOf(names)] as const);
  const texts = new Map([
    [path, text],
    ...Object.entries(others).map(([specifier, other]) => [`module:${specifier}.ts`, other] as const),
    ...standIns(modules, moduleText),
    ...standIns(wrappers, wrapperText),
    ...standIns(types, typesText),
  ]);
  const { files } = scan({
    files: [...texts.keys()],
    read: (file) => texts.get(file),
    resolve: (specifier) => (texts.has(`module:${specifier}.ts`) ? `module:${specifier}.ts` : undefined),
    importStemsOf: (file) => [
      file
        .replace(/^module:|\.ts$/g, '')
        .split('/')
        .at(-1)!,
    ],
    parse: parseWithOxc,
    isOwnRoute: () => false,
  });
  return files.get(path) ?? withoutSites(path, text);
}

/** Runs transforms of the chain, all or one by name, over one file as the runner does. */
export function runChain(
  path: string,
  text: string,
  options: FixtureOptions = {},
  only?: string,
): Finished & { transforms: string[] } {
  const {
    modules = {},
    wrappers = {},
    types = {},
    texts = {},
    actionsInUse,
    unreadVariables = [],
    portal = {},
    path: place,
    sessionModule = '@/lib/clerk-session',
    authorizedIn,
    ...context
  } = options;
  const scanned = scanFixture(place ?? path, text, { modules, wrappers, types, texts });
  const home = authorizedIn === undefined ? undefined : scanFixture('auth.config.ts', authorizedIn);
  const part = home?.configs[0]?.callbacks.find(({ name }) => name === 'authorized');
  const file = new SourceFile(scanned, {
    ...STANDALONE,
    helperModule: (helper) =>
      sessionModule === null ? undefined : isClientHelper(helper) ? `${sessionModule}-client` : sessionModule,
    handsTypeOn: (source) => source in types,
    actionsInUse: actionsInUse && new Set(actionsInUse),
    unreadVariables: new Set(unreadVariables),
    portal: new Map(Object.entries(portal)),
    specifierOf: (module) => module.replace(/^module:|\.ts$/g, ''),
    ...(home && part && { authorizedCallback: true, authorizedAt: { file: home, part } }),
    ...context,
  });
  for (const transform of TRANSFORMS) {
    if (only !== undefined && transform.name !== only) continue;
    file.enter(transform.name);
    transform.apply(file);
  }
  return { ...finish(file, { todo: true, onlyOne: false }), transforms: [...file.transforms] };
}
