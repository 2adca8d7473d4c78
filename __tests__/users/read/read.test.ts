import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openUsersFile, readEntries, type NumberedEntry } from '../../../lib/users/read/index.js';
import { parseRecord } from '../../../lib/users/record.js';

const folder = mkdtempSync(join(tmpdir(), 'users-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
async function read(content: string | Buffer, extension = 'json'): Promise<NumberedEntry[]> {
  const path = join(folder, `${(count += 1)}.${extension}`);
  writeFileSync(path, content);
  const entries: NumberedEntry[] = [];
  for await (const entry of readEntries(await openUsersFile(path))) entries.push(entry);
  return entries;
}

const ada = { userId: 'u1', email: 'ada@example.com', publicMetadata: { a: [1, { b: null }] } };
const pat = { userId: 'u2', email: 'pát@example.com' };
const inputs = async (content: string | Buffer, extension?: string): Promise<unknown[]> =>
  (await read(content, extension)).map(({ input }) => input);

describe('a users file', () => {
  it('is a JSON array, the envelope of clerk migrate, or NDJSON, by what it begins with', async () => {
    const envelope = { clerkMigrate: 1, source: 'authjs', exportedAt: 'x', runId: 'r', users: [ada, pat] };
    expect(await inputs(JSON.stringify([ada, pat]))).toEqual([ada, pat]);
    expect(await inputs(`\uFEFF\n${JSON.stringify([ada, pat], null, 2)}\r\n`)).toEqual([ada, pat]);
    expect(await inputs(JSON.stringify(envelope, null, 2))).toEqual([ada, pat]);
    expect(await inputs(`${JSON.stringify(ada)}\r\n\n${JSON.stringify(pat)}`)).toEqual([ada, pat]);
    expect(await inputs('[]')).toEqual([]);
  });

  it('is CSV, where an empty cell is null and a missing column absent', async () => {
    const csv = 'userId;email;emailVerified;publicMetadata\r\n7;"a;b@example.com";;"{""role"":""x""}"\r\n';
    expect(await inputs(csv, 'csv')).toEqual([
      { userId: '7', email: 'a;b@example.com', emailVerified: null, publicMetadata: { role: 'x' } },
    ]);
    const [row] = await inputs('userid,email\n7,ada@example.com', 'txt');
    const parsed = parseRecord(row);
    expect(parsed).toMatchObject({ ok: true, record: { emails: [{ verified: true }] } });
  });

  it('gives back the records of an errors file', async () => {
    const line = { record: 9, userId: 'u1', code: 'email_taken', reason: 'x', input: ada };
    expect(await read(`${JSON.stringify(line)}\n`, 'ndjson')).toEqual([{ number: 1, input: ada }]);
  });

  it('has bad records where one line or row is wrong', async () => {
    const lines = await read(
      `{"userId":"a","email":"a@b.co"}\n{"userId":\n{"userId":"c","email":"c@b.co"}\n`,
      'ndjson',
    );
    expect(lines.map(({ broken }) => broken?.code)).toEqual([undefined, 'not_json', undefined]);
    const rows = await read('userId,email\n1,a@b.co\n2\n3,c@b.co,x\n4,d@b.co\n', 'csv');
    expect(rows.map(({ broken }) => broken?.code)).toEqual([undefined, 'bad_row', 'bad_row', undefined]);
  });

  const json = JSON.stringify([ada, pat]);
  const wide = Buffer.from(`\uFEFF${json}`, 'utf16le');
  it.each<[string, string | Buffer, string, RegExp]>([
    ['empty', '', 'json', /is empty/],
    ['a JSON array cut off in a record', json.slice(0, -10), 'json', /cut off/],
    ['a JSON array cut off between records', json.slice(0, json.indexOf(',{') + 1), 'json', /cut off/],
    ['NDJSON cut off', `${JSON.stringify(ada)}\n${JSON.stringify(pat).slice(0, -5)}`, 'ndjson', /cut off/],
    ['CSV cut off in a cell', 'userId,email\n1,"ada@exa', 'csv', /cut off/],
    ['CSV cut off in a row', 'userId,email,name\n1,ada@example.com,A\n2,pat', 'csv', /cut off/],
    ['CSV without a header', '1,ada@example.com\n2,b@b.co\n', 'csv', /no column userId/],
    ['CSV with a column twice', 'userId,email,email\n1,a,b\n', 'csv', /“email” twice/],
    ['no JSON', '[{"userId": }]', 'json', /is no JSON/],
    ['text after the array', `${json}]`, 'json', /is no JSON/],
    ['JSON with a comma too many', '[{"userId":"1"},]', 'json', /is no JSON: unexpected "]"/],
    ['JSON with a stray letter', '[{"userId":x}]', 'json', /is no JSON: unexpected "x" at byte 11/],
    ['a page of HTML', '<html><body>Not found</body></html>', 'json', /is no users file/],
    ['a page of a PDF', '%PDF-1.4\n', 'json', /is no users file/],
    ['null', 'null', 'json', /is no users file/],
    ['a text', ' "ada@example.com"', 'json', /is no users file/],
    ['a number', '17', 'json', /is no users file/],
    ['blanks', ' \n ', 'json', /cut off/],
    ['one object over several lines', JSON.stringify(ada, null, 2), 'json', /one object over several lines/],
    ['UTF-16', wide, 'json', /UTF-16.*UTF-8/],
    ['UTF-16 without a mark', wide.subarray(2), 'json', /zero byte/],
    ['Latin-1', Buffer.from(`[${' '.repeat(300)}"é"]`, 'latin1'), 'json', /no UTF-8 text: bytes near 303 /],
    ['UTF-8 cut off in a letter', Buffer.from('[{"userId":"é').subarray(0, -1), 'json', /no UTF-8/],
    ['compressed', gzipSync(json), 'json', /gzip/],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004xx'), 'csv', /spreadsheet/],
    ['a database', Buffer.from('SQLite format 3\u0000xx'), 'json', /SQLite/],
    ['random bytes', Buffer.from([1, 2, 3, 200, 201, 0, 7]), 'json', /zero byte|no UTF-8/],
  ])('that is %s is refused in one line', async (_name, content, extension, message) => {
    const refusal = await read(content, extension).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(refusal?.name).toBe('BadInput');
    expect(refusal?.message).toMatch(message);
    expect(refusal?.message).not.toContain('\n');
  });

  it('has a bad record where one is nested without end', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const entries = await read(`[{"userId":"a","publicMetadata":${deep}},${JSON.stringify(pat)}]`, 'json');
    expect(entries).toMatchObject([
      {
        number: 1,
        input: null,
        broken: { userId: 'a', code: 'too_deep', reason: expect.stringContaining('100 levels') },
      },
      { number: 2, input: pat },
    ]);
  });

  it('has to be there, and to be a file', async () => {
    await expect(openUsersFile(join(folder, 'nowhere.json'))).rejects.toThrow(/there is no file/);
    await expect(openUsersFile(folder)).rejects.toThrow(/is a folder/);
    await expect(openUsersFile('/dev/null')).rejects.toThrow(/no regular file/);
  });

  it('is not read on when it was changed in between', async () => {
    const path = join(folder, 'changed.json');
    writeFileSync(path, json);
    const file = await openUsersFile(path);
    writeFileSync(path, '[]');
    await expect(readEntries(file).next()).rejects.toThrow(/was changed/);
  });
});
