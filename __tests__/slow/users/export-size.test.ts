import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { BIN, cli } from '../../bin/cli.js';
import { folder } from '../../runner/folder.js';

/** MiB of heap that the process gets. The rows of this test would take several times as much at once. */
const HEAP = 40;

function database(dir: string): void {
  const file = new Sqlite(join(dir, 'app.db'));
  file.exec(`
    CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT, email TEXT, emailVerified INTEGER, image TEXT);
    CREATE TABLE accounts (userId TEXT, type TEXT, provider TEXT, providerAccountId TEXT, id_token TEXT, PRIMARY KEY (provider, providerAccountId));
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      INSERT INTO users SELECT 'c' || hex(randomblob(12)), 'Name ' || i, 'u' || i || '@example.com', NULL, 'https://example.com/' || i FROM n;
    INSERT INTO accounts SELECT id, 'oidc', 'google', rowid, hex(randomblob(500)) FROM users;`);
  file.close();
}

it(`exports 100,000 users with linked accounts in ${HEAP} MiB of heap`, () => {
  const dir = folder();
  database(dir);
  const { code, out } = cli(dir, ['users', 'export', '--database-url', 'app.db', '--format', 'ndjson'], {}, [
    `--max-old-space-size=${HEAP}`,
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(/^100000 users written to users\.ndjson\n {2}addresses {2}100000 verified \(100000 by google\)/);
  const lines = readFileSync(join(dir, 'users.ndjson'), 'utf8').trimEnd().split('\n');
  const ids = new Set(lines.map((line) => (JSON.parse(line) as { userId: string }).userId));
  expect([lines.length, ids.size]).toEqual([100_000, 100_000]);
});

it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind where %s ends it in the middle', async (signal) => {
  const dir = folder();
  database(dir);
  const child = spawn(process.execPath, [BIN, 'users', 'export', '--database-url', 'app.db'], { cwd: dir });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (readdirSync(dir).length === 1 && child.exitCode === null) await setTimeout(5);
  child.kill(signal);
  expect(await ended).toBe(130);
  expect(readdirSync(dir)).toEqual(['app.db']);
});
