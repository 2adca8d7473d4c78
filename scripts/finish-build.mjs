// What tsc leaves undone: it removes nothing whose source is gone, puts nothing together, and keeps the mode of no file.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parseSync } from 'oxc-parser';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const path of readdirSync(`${root}dist`, { recursive: true, encoding: 'utf8' })) {
  const source = path.replace(/\.d\.ts$|\.js$/, '.ts');
  if (source !== path && !existsSync(root + source)) rmSync(`${root}dist/${path}`);
}

// What the HTML report is made of besides code.
for (const name of ['report.css', 'filter.js'])
  copyFileSync(`${root}lib/report/html/${name}`, `${root}dist/lib/report/html/${name}`);

// The command's own modules go into a few files, one for each part that is loaded by itself: Node takes longer to find and
// open two hundred modules than to run them. Packages stay where they are but for a few small ones, and
// so do modules that read files beside them, the HTML report with all of its own.
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

// Packages that many runs do without are loaded where one of their functions is called for the first time.
const LATE = [
  '@babel/parser',
  'get-tsconfig',
  'jsonc-parser',
  'oxc-parser',
  'oxc-resolver',
  'picomatch',
  'semver',
  'yaml',
];
const IS_LATE = new RegExp(`^(?:${LATE.join('|')})$`);
const packages = createRequire(import.meta.url);

/** A module with the names of a package, each of which loads it once it is called, made anew or asked for a property. */
function lateModule(name) {
  const names = Object.keys(packages(name)).filter((each) => each !== 'default' && each !== 'module.exports');
  return [
    `let loaded;`,
    `const load = () => (loaded ??= require(${JSON.stringify(name)}));`,
    `const late = (of) => new Proxy(function () {}, {`,
    `  apply: (_, self, args) => Reflect.apply(of(), self, args),`,
    `  construct: (_, args) => Reflect.construct(of(), args),`,
    `  get: (_, key) => of()[key],`,
    `});`,
    ...names.map((each) => `export const ${each} = /* @__PURE__ */ late(() => load()[${JSON.stringify(each)}]);`),
    `export default /* @__PURE__ */ late(load);`,
  ].join('\n');
}

// Small ones that every run needs are put together with it.
const INSIDE = ['commander', 'picocolors', 'std-env'];

const READS_BESIDE = /\/(?:config\/load|report\/html\/\w+)\.js$/;
const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !INSIDE.includes(name)),
  logLevel: 'warning',
};
/** @param isInside whether a late package is put into the file itself, to be run there at its first call */
const late = (isInside) => ({
  name: 'late',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: IS_LATE }, ({ path, kind }) => {
      if (kind === 'import-statement') return { path, namespace: 'late', sideEffects: false };
      return isInside(path) ? undefined : { path, external: true };
    });
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({ contents: lateModule(path), resolveDir: root }));
  },
});
/** Leaves modules where they are, as they are seen from dist/bin. */
const outside = (isOutside) => ({
  name: 'outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\..*\.js$/ }, ({ path, resolveDir, kind }) => {
      const found = resolve(resolveDir, path);
      return isOutside(found.replaceAll('\\', '/'), kind)
        ? { path: relative(`${root}dist/bin`, found).replaceAll('\\', '/'), external: true }
        : undefined;
    }),
});

/** The same code with `importLate()` for `import()`, as bin/compiled.ts has it. */
function importingLate(code) {
  const { module } = parseSync('check.js', code);
  return module.dynamicImports.reduceRight((text, { start }) => {
    const end = start + 'import'.length;
    return `${text.slice(0, start)}importLate${text.slice(end)}`;
  }, code);
}

// The command goes into a folder of its own first: nothing of what tsc put into dist/bin is loaded by itself.
const built = `${root}dist/built`;
rmSync(built, { recursive: true, force: true });
const whole = await build({
  ...shared,
  entryPoints: [`${root}dist/bin/main.js`],
  outdir: built,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'part-[hash]',
  splitting: true,
  // commander is CommonJS.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
  },
  metafile: true,
  plugins: [late(() => false), outside((path) => READS_BESIDE.test(path))],
});
/** `check` as it mostly runs is one file, CommonJS: each more costs a millisecond, and Node's loader of ES modules five. */
const isPlain = (name) => LATE.includes(name) && !name.startsWith('oxc-');
const check = await build({
  ...shared,
  format: 'cjs',
  // Packages too: what V8 made of them is kept with the rest. Those with a native part stay where that is found.
  external: shared.external.filter((name) => !isPlain(name)),
  // jsonc-parser’s other one can’t be put together.
  mainFields: ['module', 'main'],
  metafile: true,
  entryPoints: [`${root}dist/bin/commands/check-now.js`],
  write: false,
  // What it only loads now and then stays in modules of its own.
  plugins: [late(isPlain), outside((path, kind) => READS_BESIDE.test(path) || kind === 'dynamic-import')],
});
const checkCode = importingLate(check.outputFiles[0].text);
const checkFile = `check-${createHash('sha256').update(checkCode).digest('hex').slice(0, 12)}.cjs`;
writeFileSync(join(built, checkFile), checkCode);
await build({
  ...shared,
  format: 'cjs',
  entryPoints: [`${root}dist/bin/authjs-clerk-codemod.js`],
  outdir: built,
  define: { CHECK_FILE: JSON.stringify(checkFile) },
  plugins: [
    {
      name: 'main',
      setup: ({ onResolve }) => onResolve({ filter: /^\.\/main\.js$/ }, () => ({ path: './main.mjs', external: true })),
    },
  ],
});
writeFileSync(`${built}/package.json`, '{ "type": "commonjs" }\n');
rmSync(`${root}dist/bin`, { recursive: true });
renameSync(built, `${root}dist/bin`);

const IN_PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const inputs = [whole, check].flatMap(({ metafile }) => Object.keys(metafile.inputs));
for (const name of new Set(inputs.flatMap((path) => IN_PACKAGE.exec(path)?.[1] ?? []))) {
  const dir = join(root, 'node_modules', name);
  const license = readdirSync(dir).find((each) => /^licen[cs]e/i.test(each));
  copyFileSync(join(dir, license), `${root}dist/bin/${name.replace('/', '+')}.LICENSE`);
}

// Taking all commands together only to print their names takes as long as starting.
const entry = `${root}dist/bin/authjs-clerk-codemod.js`;
writeFileSync(`${root}dist/bin/help.txt`, execFileSync(process.execPath, [entry, '--help']));

// A bin entry has to be executable where it is run from a checkout.
chmodSync(entry, 0o755);
