import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** The files that a middleware needs, and which of them it is. */
export interface App {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly authjs: 'v4' | 'v5';
}

/** What a middleware's file exports. */
export type Exports = Readonly<Record<string, unknown>>;

const ROOT = join(import.meta.dirname, '..', '..');
const ENDS = ['', '.ts', '.tsx', '.js', '.jsx', '/index.ts', '/index.js'];

const NODE = createRequire(import.meta.url);

/** How Next bundles for its edge runtime. Next's own modules stay outside: all share the ones that run the middleware. */
const EDGE = {
  bundle: true,
  write: false,
  outdir: '/',
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  conditions: ['edge-light', 'worker'],
  mainFields: ['module', 'main'],
  external: ['node:*', 'next/*', 'react', 'react-dom'],
  define: { 'process.env.NEXT_RUNTIME': '"edge"', 'process.env.NODE_ENV': '"production"' },
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles each app's middleware, and each package that one of them imports, once, by the conditions of the edge runtime.
 * @param apps by a name of the caller's
 * @returns for each name what evaluates its bundle
 */
export async function bundle(apps: ReadonlyMap<string, App>): Promise<Map<string, () => Exports>> {
  const packages = new Set<string>();
  const own = await textsOf([...apps.keys()], 'app:', filesOf(apps, packages));
  const theirs = await textsOf([...packages], 'package:', installed);
  const loaded = new Map<string, Exports>();
  const packageNamed = (name: string): Exports => {
    const text = theirs.get(name);
    if (text === undefined) return NODE(name) as Exports;
    if (!loaded.has(name)) loaded.set(name, evaluate(text, NODE));
    return loaded.get(name)!;
  };
  return new Map([...own].map(([name, text]) => [name, () => evaluate(text, packageNamed)]));
}

async function textsOf(names: readonly string[], prefix: string, plugin: Plugin): Promise<Map<string, string>> {
  const entryPoints = names.map((name, at) => ({ in: prefix + name, out: String(at) }));
  const { outputFiles } = await build({ ...EDGE, entryPoints, plugins: [plugin] });
  const texts = new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]|\.js$/g, ''), text]));
  return new Map(names.map((name, at) => [name, texts.get(String(at))!]));
}

function evaluate(text: string, require: (name: string) => unknown): Exports {
  const module = { exports: {} as Exports };
  // eslint-disable-next-line no-new-func -- made of texts of this repository and of packages that it depends on
  new Function('require', 'module', 'exports', text)(require, module, module.exports);
  return module.exports;
}

/** The packages that are installed here. */
const installed: Plugin = {
  name: 'package',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^package:/ }, ({ path }) =>
      resolve(path.slice('package:'.length), { resolveDir: ROOT, kind: 'import-statement' }),
    );
  },
};

/** Hands the apps' files to the bundler; nothing lies on the disk.
 * @param packages takes what they import besides */
const filesOf = (apps: ReadonlyMap<string, App>, packages: Set<string>): Plugin => ({
  name: 'app',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^app:/ }, ({ path }) => {
      const name = path.slice('app:'.length);
      return { path: `${name}|${apps.get(name)!.entry}`, namespace: 'app' };
    });
    onResolve({ filter: /./, namespace: 'app' }, ({ path, importer }) => {
      const [name = '', from = ''] = importer.split('|');
      const { files, authjs } = apps.get(name)!;
      const own = path.startsWith('@/') ? ['', 'src/'].map((root) => root + path.slice(2)) : [path];
      const stems = path.startsWith('.') ? [posix.join(posix.dirname(from), path)] : own;
      const found = stems.flatMap((stem) => ENDS.map((end) => stem + end)).find((each) => each in files);
      if (found !== undefined) return { path: `${name}|${found}`, namespace: 'app' };
      const named = authjs === 'v5' ? path.replace(/^next-auth(?=\/|$)/, 'next-auth-5') : path;
      if (!/^(?:node:|next\/|react)/.test(named)) packages.add(named);
      return { path: named, external: true };
    });
    onLoad({ filter: /./, namespace: 'app' }, ({ path }) => {
      const [name = '', file = ''] = path.split('|');
      return { contents: apps.get(name)!.files[file]!, loader: 'tsx', resolveDir: ROOT };
    });
  },
});
