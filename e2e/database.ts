import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ExampleApp } from './apps/app.js';
import { must } from './processes.js';

/** Runs in the app's folder, where the driver is; takes the address as its argument and SQL on stdin. */
const SCRIPT = `
import { readFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
await createClient({ url: process.argv[1] }).executeMultiple(readFileSync(0, 'utf8'));
`;

/** Makes the app's SQLite database anew, with the rows that the example begins with. */
export async function makeDatabase({ database, env }: ExampleApp, dir: string): Promise<void> {
  const url = env['DATABASE_URL'];
  if (!database || url === undefined) return;
  for (const ending of ['', '-wal', '-shm']) rmSync(join(dir, url.replace('file:', '') + ending), { force: true });
  const files = database.files.filter((file) => existsSync(join(dir, file)));
  const sql = [...files.map((file) => readFileSync(join(dir, file), 'utf8')), database.seed].join('\n');
  await must(process.execPath, ['--input-type=module', '-e', SCRIPT, url], {
    cwd: dir,
    env: {},
    input: sql,
  });
}
