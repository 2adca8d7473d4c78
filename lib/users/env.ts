import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'dotenv';
import { expand } from 'dotenv-expand';

/** A variable, and where it came from: `the environment`, or the name of the file. */
export interface Variable {
  value: string;
  from: string;
}

/**
 * A variable of the app: the environment's, or else that of the first env file that has it, in the order of Next.js.
 * An empty one counts as none. Nothing is set in this process.
 * @param folder the app's
 */
export const appVariable = (folder: string, name: string, env: NodeJS.ProcessEnv = process.env): Variable | undefined =>
  appVariables([folder], env)(name);

/**
 * The variables of an app whose env files are in several folders: a monorepo's root, the package of the schema. A file's
 * variables may refer to those of the others.
 * @param folders the app's own first; it names the files
 */
export function appVariables(
  folders: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = process.env,
): (name: string) => Variable | undefined {
  const parsed: Record<string, string> = {};
  const origins = new Map<string, string>();
  for (const path of envFiles(folders, env['NODE_ENV'])) {
    for (const [name, value] of Object.entries(parse(readFileSync(path)))) {
      if (value === '' || name in parsed) continue;
      parsed[name] = value;
      origins.set(name, relative(folders[0], path));
    }
  }
  const own = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
  const expanded = expand({ parsed: { ...parsed }, processEnv: { ...own } }).parsed ?? {};
  return (name) => {
    const given = own[name];
    if (given !== undefined) return { value: given, from: 'the environment' };
    const value = expanded[name];
    return value ? { value, from: origins.get(name) ?? '.env' } : undefined;
  };
}

function envFiles(folders: readonly string[], mode: string | undefined): string[] {
  const modes = mode === undefined || mode === '' ? [] : [mode];
  const names = [
    ...modes.map((one) => `.env.${one}.local`),
    '.env.local',
    ...modes.map((one) => `.env.${one}`),
    '.env',
  ];
  return [...new Set(folders)]
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .filter((path) => existsSync(path));
}
