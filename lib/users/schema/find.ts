import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globby } from 'globby';
import { mayDefineTables } from './drizzle.js';
import type { SchemaHints } from './hints.js';

/** What the app's files say of its database. */
export interface FoundSchema {
  readonly hints: SchemaHints | undefined;
  /** The variables that hold the address, the likeliest first. */
  readonly variables: readonly string[];
  /** Where a relative SQLite file may be, the likeliest first. */
  readonly folders: readonly string[];
}

const SKIPPED = ['**/node_modules/**', '**/.next/**', '**/.git/**', '**/dist/**', '**/build/**', '**/generated/**'];

/** A Drizzle schema is a source file; one that is larger was generated. */
const MAX_BYTES = 1_000_000;

/**
 * Looks for a Prisma schema, then for a Drizzle schema, in the app and then in the repository around it: a monorepo keeps
 * them in a package of their own.
 */
export async function findSchema(app: string): Promise<FoundSchema> {
  const root = repositoryOf(app);
  for (const folder of new Set([app, root])) {
    const hints = (await findPrisma(folder)) ?? (await findDrizzle(folder));
    if (hints === undefined) continue;
    const variables = [...hints.variables, ...(await variablesOfConfigs(folder))];
    return { hints, variables, folders: [dirname(hints.file), dirname(dirname(hints.file)), app, root] };
  }
  return { hints: undefined, variables: await variablesOfConfigs(app), folders: [app, root] };
}

async function findPrisma(folder: string): Promise<SchemaHints | undefined> {
  const files = await list(folder, ['**/*.prisma']);
  if (files.length === 0) return undefined;
  const { readPrismaSchema } = await import('./prisma.js');
  const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const single = texts.map(({ file, text }) => readPrismaSchema(text, file));
  const whole = single.find((hints) => hints?.users !== undefined && hints.accounts !== undefined);
  // A schema may be spread over the files of a folder.
  const together = readPrismaSchema(texts.map(({ text }) => text).join('\n'), files[0]!);
  const best = whole ?? (together?.users === undefined ? single.find((hints) => hints?.users !== undefined) : together);
  if (best === undefined) return undefined;
  return { ...best, variables: best.variables.length > 0 ? best.variables : (together?.variables ?? []) };
}

async function findDrizzle(folder: string): Promise<SchemaHints | undefined> {
  const files = await list(folder, ['**/*.{ts,mts,js,mjs}', '!**/*.d.ts', '!**/*.{test,spec}.*']);
  const parts: SchemaHints[] = [];
  for (const file of files) {
    if (statSync(file).size > MAX_BYTES) continue;
    const text = readFileSync(file, 'utf8');
    if (!mayDefineTables(text)) continue;
    const { readDrizzleSchema } = await import('./drizzle.js');
    const hints = readDrizzleSchema(text, file);
    if (hints?.users !== undefined && hints.accounts !== undefined) return hints;
    if (hints !== undefined) parts.push(hints);
  }
  const users = parts.find((part) => part.users !== undefined);
  const accounts = parts.find((part) => part.accounts !== undefined);
  const first = users ?? accounts;
  return first && { ...first, users: users?.users, accounts: accounts?.accounts };
}

/** The variables that prisma.config.ts and drizzle.config.ts read an address from. */
async function variablesOfConfigs(folder: string): Promise<string[]> {
  const files = await list(folder, ['**/{prisma,drizzle}.config.{ts,mts,js,mjs,cjs}']);
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\benv(?:\.|\(\s*['"]|\[\s*['"])([A-Z][A-Z\d_]*)/g)].map(
      ([, name]) => name!,
    ),
  );
  return names.filter((name) => /UR[LI]|DSN|DATABASE|DB/.test(name));
}

const list = async (folder: string, patterns: readonly string[]): Promise<string[]> =>
  (
    await globby([...patterns], {
      cwd: folder,
      absolute: true,
      dot: false,
      followSymbolicLinks: false,
      ignore: SKIPPED,
    })
  ).sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));

/** The folder of the git work tree or workspace above the app; the app's own where there is none. */
export function repositoryOf(app: string): string {
  for (let folder = app; ; folder = dirname(folder)) {
    if (['.git', 'pnpm-workspace.yaml', 'turbo.json'].some((name) => existsSync(join(folder, name)))) return folder;
    if (folder === dirname(folder)) return app;
  }
}
