import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'dotenv';
import { expand } from 'dotenv-expand';

/** A variable, and where it stands; for messages the place, never the value. */
export interface AppVariable {
  readonly value: string;
  /** `the environment`, or a file's path relative to the working directory. */
  readonly origin: string;
}

/**
 * The variables of an app: the environment first, then its env files as Next.js reads them (`.env.local` before `.env`), then
 * those of the other folders (a monorepo's root, the schema's package).
 * @param folders the app's first
 */
export function readAppEnv(
  folders: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): (name: string) => AppVariable | undefined {
  const mode = environment['NODE_ENV'] === 'production' ? 'production' : 'development';
  const files = [...new Set(folders)].flatMap((folder) =>
    [`.env.${mode}.local`, '.env.local', `.env.${mode}`, '.env'].map((name) => join(folder, name)),
  );
  const origins = new Map<string, string>();
  const parsed: Record<string, string> = {};
  for (const file of files.filter((path) => existsSync(path))) {
    for (const [name, value] of Object.entries(parse(readFileSync(file)))) {
      if (name in parsed) continue;
      parsed[name] = value;
      origins.set(name, relative(cwd, file) || file);
    }
  }
  const given = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
  const expanded = expand({ parsed, processEnv: { ...given } }).parsed ?? parsed;
  return (name) => {
    const own = given[name];
    if (own !== undefined) return { value: own, origin: 'the environment' };
    const value = expanded[name];
    return value === undefined || value === '' ? undefined : { value, origin: origins.get(name) ?? 'the env files' };
  };
}
