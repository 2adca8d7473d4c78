import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { folder } from '../runner/folder.js';
import { cli } from './cli.js';

describe('users export', () => {
  it('writes the file, the summary to stdout, and what it reads to stderr', () => {
    const dir = folder();
    const file = new Sqlite(join(dir, 'app.db'));
    file.exec('CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT, name TEXT, emailVerified TEXT, role TEXT)');
    file.exec("INSERT INTO users VALUES ('1', 'ada@example.com', 'Ada Lovelace', NULL, 'admin')");
    file.close();
    const { code, out, err } = cli(dir, ['users', 'export', '--map', 'role=publicMetadata.role', '--trust-emails'], {
      DATABASE_URL: 'file:./app.db',
    });
    expect({ code, err }).toEqual({ code: 0, err: `reading file:${dir}/app.db (DATABASE_URL in the environment)\n` });
    expect(out).toMatch(/^1 user written to users\.json\n/);
    expect(JSON.parse(readFileSync(join(dir, 'users.json'), 'utf8'))).toEqual([
      {
        userId: '1',
        email: 'ada@example.com',
        emailVerified: true,
        firstName: 'Ada',
        lastName: 'Lovelace',
        publicMetadata: { role: 'admin' },
      },
    ]);
  });

  it.each([
    [['--database-url', 'nowhere.db'], /^there is no SQLite file .*nowhere\.db: check the address in --database-url$/],
    [['--format', 'xml'], /^there is no format “xml”/],
    [['--fromat', 'csv'], /unknown option '--fromat', did you mean --format\?/],
    [['--map', 'role'], /^--map role is no column=field/],
  ])('ends with 2 and one line: %j', (args, message) => {
    const { code, out, err } = cli(folder(), ['users', 'export', ...args]);
    expect({ code, out, lines: err.trimEnd().split('\n') }).toEqual({
      code: 2,
      out: '',
      lines: [expect.stringMatching(message)],
    });
  });
});
