import { createRequire } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { authjsClient, authjsServer } from './stand-ins/authjs.js';
import { clerkClient, clerkServer } from './stand-ins/clerk.js';
import { next } from './stand-ins/next.js';
import { packages } from './stand-ins/packages.js';
import type { World } from './world.js';

/** An app's files by their paths in it. */
export type Files = ReadonlyMap<string, string>;
type Exports = Record<string, unknown>;

const require = createRequire(import.meta.url);
const REAL = /^(?:react|react\/jsx-runtime|react-dom|next\/server|node:.+)$/;
const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js'];

/** The stand-ins for packages, for one world. What is left of Auth.js in a migrated app may be loaded, and not asked. */
function standIns(world: World, side: 'before' | 'after'): Record<string, Exports> {
  const before = { ...authjsServer(world), ...authjsClient(world) };
  const left = Object.fromEntries(
    Object.entries(before).map(([module, exports]): [string, Exports] => [
      module,
      module === 'next-auth' || /adapter|providers/.test(module) ? { ...exports, ...REFUSALS } : REFUSALS,
    ]),
  );
  const own = { ...next(world), ...packages(world) };
  return side === 'before' ? { ...own, ...before } : { ...own, ...left, ...clerkServer(world), ...clerkClient(world) };
}

const refuse = () => {
  throw new Error('this still asks Auth.js');
};
const REFUSALS: Exports = Object.fromEntries(
  ['getServerSession', 'unstable_getServerSession', 'getToken', 'useSession', 'getSession', 'signIn', 'signOut'].map(
    (name) => [name, refuse],
  ),
);

const compiled = new Map<string, string>();

/** A module's text as a function's body. Most texts are run many times, by every visitor. */
function compile(path: string, text: string): string {
  const key = `${path}\n${text}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.ReactJSX,
      esModuleInterop: true,
      allowJs: true,
    },
  });
  compiled.set(key, outputText);
  return outputText;
}

/** The modules of an app in one world. Each is run once, as in a process of its own. */
export class Modules {
  readonly #loaded = new Map<string, { exports: Exports }>();
  readonly #packages: Record<string, Exports>;

  constructor(
    private readonly files: Files,
    private readonly world: World,
    side: 'before' | 'after',
    /** Whether the code runs in a browser. */
    private readonly isClient: boolean,
  ) {
    this.#packages = standIns(world, side);
  }

  load(path: string): Exports {
    const known = this.#loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} as Exports };
    this.#loaded.set(path, module);
    const inner = (specifier: string) => this.import(specifier, path);
    const { fetch } = this.world;
    const window = this.isClient ? this.#window() : undefined;
    const body = new Function(
      'require',
      'module',
      'exports',
      'fetch',
      'window',
      'console',
      'process',
      compile(path, this.files.get(path)!),
    );
    body(inner, module, module.exports, fetch, window, this.#console(), { env: { NODE_ENV: 'test' } });
    return module.exports;
  }

  import(specifier: string, from = ''): Exports {
    const known = this.#packages[specifier];
    if (known) return { __esModule: true, ...known };
    if (REAL.test(specifier)) return require(specifier) as Exports;
    const found = resolve(specifier, from, this.files);
    if (found === undefined) throw new Error(`${from} asks for ${specifier}, which is not there`);
    return found.endsWith('.json') ? (JSON.parse(this.files.get(found)!) as Exports) : this.load(found);
  }

  #console(): Exports {
    const log = (...parts: unknown[]) =>
      void this.world.log.push(
        `console: ${parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`,
      );
    return { log, info: log, warn: log, error: log, debug: log };
  }

  #window(): Exports {
    const { log } = this.world;
    const search = () => this.world.search;
    const location = {
      origin: 'http://localhost',
      pathname: '/here',
      get search() {
        return search();
      },
      get href() {
        return 'http://localhost/here';
      },
      set href(to: string) {
        log.push(`to ${to}`);
      },
      assign: (to: string) => void log.push(`to ${to}`),
      reload: () => void log.push('refresh'),
    };
    return { location, addEventListener: () => undefined, removeEventListener: () => undefined };
  }
}

/** Where the app is in its repository: at the top, or beside packages that are called `@acme/…`. */
export const rootOf = (files: Files): string => (files.has('apps/web/package.json') ? 'apps/web/' : '');

/** The file of the app that an import means. */
export function resolve(specifier: string, from: string, files: Files): string | undefined {
  const path = specifier.startsWith('@/')
    ? rootOf(files) + specifier.slice(2)
    : specifier.startsWith('@acme/')
      ? specifier.replace(/^@acme\/([^/]+)/, 'packages/$1/src')
      : specifier.startsWith('.')
        ? posix.join(posix.dirname(from), specifier)
        : undefined;
  return path === undefined ? undefined : ENDINGS.map((end) => `${path}${end}`).find((each) => files.has(each));
}

/** A file and all files of the app that it leads to. */
export function closureOf(entry: string, files: Files): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, , specifier = ''] of files.get(path)!.matchAll(/(from|import|require\()\s*['"]([^'"]+)['"]/g)) {
      const target = resolve(specifier, path, files);
      if (target !== undefined) visit(target);
    }
  };
  if (files.has(entry)) visit(entry);
  return found;
}
