import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportUsers, type ExportOptions } from '../../../lib/users/export/command.js';

/** The export within this process: what it printed, and how it ended. Bad input ends it with 2, as in the bin. */
export async function runExport(
  cwd: string,
  options: Partial<ExportOptions> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await exportUsers(
    { app: '.', cwd, format: 'json', map: [], ...options },
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      note: (text) => void (err += text),
      colors: false,
      columns: undefined,
      confirm: undefined,
    },
  ).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'BadInput') throw error;
    err += `${error.message}\n`;
    return 2;
  });
  return { code, out, err };
}

/** The records of a users.json. */
export const recordsOf = (dir: string, name = 'users.json'): { userId: string; [field: string]: unknown }[] =>
  JSON.parse(readFileSync(join(dir, name), 'utf8'));

export const modeOf = (path: string): number => statSync(path).mode & 0o777;
