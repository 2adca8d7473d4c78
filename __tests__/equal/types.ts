import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { fill } from '../runner/folder.js';
import { APPS, type App } from './apps.js';
import { closureOf, rootOf, type Files } from './load.js';

const ROOT = join(import.meta.dirname, '..', '..');
const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node', 'react'],
} satisfies ts.CompilerOptions;

/** What is not installed here: the packages that have stand-ins, with as much of their types as the probes lean on. */
const STUBS = `declare module '@prisma/client' {
  interface Row { id: string; name: string | null; email: string; role: 'user' | 'admin'; plan: string; authorId: string; title: string; published: boolean }
  interface Table {
    findUnique(args: object): Promise<Row | null>;
    findFirst(args: object): Promise<Row | null>;
    findFirstOrThrow(args: object): Promise<Row>;
    findMany(args?: object): Promise<Row[]>;
    count(args?: object): Promise<number>;
    create(args: object): Promise<Row>;
    update(args: object): Promise<Row>;
    delete(args: object): Promise<Row>;
    deleteMany(args: object): Promise<unknown>;
  }
  export class PrismaClient { user: Table; post: Table; audit: Table }
}
declare module '@trpc/server' {
  interface Procedure<C> {
    use<N extends { ctx: object }>(step: (params: { ctx: C; next: <A extends { ctx: object }>(more: A) => A }) => N): Procedure<Omit<C, keyof N['ctx']> & N['ctx']>;
    query<T>(resolver: (params: { ctx: C }) => T): (ctx: object) => Promise<Awaited<T>>;
  }
  interface T<C> {
    router<R>(routes: R): R;
    procedure: Procedure<C>;
    middleware<N extends { ctx: object }>(step: (params: { ctx: C; next: <A extends { ctx: object }>(more: A) => A }) => N): (params: { ctx: C; next: <A extends { ctx: object }>(more: A) => A }) => N;
  }
  export const initTRPC: { context<F>(): { create(): T<F extends (...args: never[]) => infer R ? Awaited<R> : F> } };
  export class TRPCError extends Error { constructor(options: { code: string; message?: string }) }
}
declare module '@next-auth/prisma-adapter' { export function PrismaAdapter(client: unknown): never }
declare module '@auth/prisma-adapter' { export function PrismaAdapter(client: unknown): never }
declare module 'server-only' {}
`;

/** The packages of the repository, and the modules in them. */
const packagesIn = (dir: string, files: Files): Record<string, string[]> =>
  Object.fromEntries(
    [...files.keys()].flatMap((path) => {
      const name = /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1];
      const folder = join(dir, 'packages', name ?? '', 'src');
      return name === undefined
        ? []
        : [
            [`@acme/${name}`, [folder]],
            [`@acme/${name}/*`, [join(folder, '*')]],
          ];
    }),
  );

const parsed = new Map<string, ts.SourceFile | undefined>();

/** The type errors of an app, by file. What is installed is parsed once for all apps. */
export function errorsOf(files: Files): Map<string, string[]> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'acc-equal-types-')));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
    return check(dir, files);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function check(dir: string, files: Files): Map<string, string[]> {
  fill(dir, { ...Object.fromEntries(files), 'stubs.d.ts': STUBS });
  const options = {
    ...OPTIONS,
    paths: { '@/*': [join(dir, `${rootOf(files)}*`)], ...packagesIn(dir, files) },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (!name.includes('/node_modules/') || name.startsWith(dir)) return read(name, ...rest);
    if (!parsed.has(name)) parsed.set(name, read(name, ...rest));
    return parsed.get(name);
  };
  const sources = [...files.keys(), 'stubs.d.ts'].filter((path) => /\.tsx?$/.test(path)).map((path) => join(dir, path));
  const errors = new Map<string, string[]>();
  for (const { file, messageText, start = 0 } of ts.getPreEmitDiagnostics(ts.createProgram(sources, options, host))) {
    const path = file ? relative(dir, file.fileName) : '';
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    errors.set(path, [
      ...(errors.get(path) ?? []),
      `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    ]);
  }
  return errors;
}

/** The files that need nothing of Auth.js any more, also not by way of others. */
export const freed = (files: Files): string[] =>
  [...files.keys()].filter((path) =>
    [...closureOf(path, files)].every((each) => !files.get(each)!.includes('next-auth')),
  );

/** The apps that have types. */
export const TYPED = APPS.filter(({ language }) => language === 'ts').map((app): [string, App] => [app.name, app]);
