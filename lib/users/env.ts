import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
export function appVariable(folder: string, name: string, env: NodeJS.ProcessEnv = process.env): Variable | undefined {
  const own = env[name];
  if (own) return { value: own, from: 'the environment' };
  const mode = env['NODE_ENV'];
  const modes = mode === undefined || mode === '' ? [] : [mode];
  const files = [
    ...modes.map((one) => `.env.${one}.local`),
    '.env.local',
    ...modes.map((one) => `.env.${one}`),
    '.env',
  ];
  for (const file of files) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const value = variablesOf(path, env)[name];
    if (value) return { value, from: file };
  }
  return undefined;
}

function variablesOf(path: string, env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const parsed = parse(readFileSync(path));
  return (
    expand({ parsed, processEnv: Object.fromEntries(Object.entries(env).map(([key, one]) => [key, one ?? ''])) })
      .parsed ?? {}
  );
}
