import { expect, it } from 'vitest';
import { pages } from '../../../lib/users/database/pages.js';
import { placeholder, quote, quoteTable } from '../../../lib/users/database/sql.js';
import type { Database } from '../../../lib/users/database/types.js';

/** What every `Database` does, whichever driver is below it. @param open a connection to an empty database */
export function databaseContract(open: () => Promise<Database>): void {
  it('lists tables, columns and primary keys', async () => {
    const database = await open();
    const { dialect } = database;
    await database.run(
      `CREATE TABLE ${quote(dialect, 'od"d`ly')} (b INTEGER NOT NULL, a VARCHAR(20) NOT NULL, c TEXT, PRIMARY KEY (a, b))`,
    );
    await database.run('CREATE TABLE keyless (a INTEGER)');
    const tables = await database.tables();
    const odd = tables.find(({ name }) => name === 'od"d`ly')!;
    expect(odd.columns.map(({ name, nullable }) => [name, nullable])).toEqual([
      ['b', false],
      ['a', false],
      ['c', true],
    ]);
    expect(odd.primaryKey).toEqual(['a', 'b']);
    expect(tables.find(({ name }) => name === 'keyless')!.primaryKey).toEqual([]);
    expect(await database.all(`SELECT count(*) AS n FROM ${quoteTable(dialect, odd)}`)).toEqual([{ n: 0 }]);
    await database.run(`DROP TABLE ${quoteTable(dialect, odd)}`);
    await database.close();
  });

  it('binds values, and pages through a table in the order of its key', async () => {
    const database = await open();
    await database.run('CREATE TABLE paged (id VARCHAR(20) PRIMARY KEY, n BIGINT)');
    const at = (position: number): string => placeholder(database.dialect, position);
    for (const id of ['e', 'a', "'; --", 'c', 'b']) {
      expect(await database.run(`INSERT INTO paged VALUES (${at(1)}, ${at(2)})`, [id, 7])).toBe(1);
    }
    await database.run(`UPDATE paged SET n = 9007199254740993 WHERE id = 'c'`);
    const table = (await database.tables()).find(({ name }) => name === 'paged')!;
    const read = [];
    for await (const page of pages(database, table, ['n'], 'id', 2)) read.push(page);
    expect(read).toEqual([
      [
        { id: "'; --", n: 7 },
        { id: 'a', n: 7 },
      ],
      [
        { id: 'b', n: 7 },
        { id: 'c', n: '9007199254740993' },
      ],
      [{ id: 'e', n: 7 }],
    ]);
    await database.close();
  });

  it('rolls a transaction back with the error of its work', async () => {
    const database = await open();
    await database.run('CREATE TABLE kept (id INTEGER)');
    await database.transaction('read write', () => database.run('INSERT INTO kept VALUES (1)'));
    const failing = database.transaction('read write', async () => {
      await database.run('INSERT INTO kept VALUES (2)');
      throw new Error('the work fails');
    });
    await expect(failing).rejects.toThrow('the work fails');
    expect(await database.all('SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await database.close();
  });
}

/** A transaction for reading sees one state, and nothing can be written in it. */
export function snapshotContract(openTwice: () => Promise<[Database, Database]>): void {
  it('sees one state while another connection writes, and refuses to write', async () => {
    const [reader, writer] = await openTwice();
    await writer.run('CREATE TABLE seen (id INTEGER)');
    await writer.run('INSERT INTO seen VALUES (1)');
    await reader.transaction('read only', async () => {
      expect(await reader.all('SELECT id FROM seen')).toHaveLength(1);
      await writer.run('INSERT INTO seen VALUES (2)');
      expect(await reader.all('SELECT id FROM seen')).toHaveLength(1);
    });
    const writing = reader.transaction('read only', () => reader.run('INSERT INTO seen VALUES (3)'));
    await expect(writing).rejects.toThrow(/read.?only/i);
    expect(await reader.all('SELECT id FROM seen')).toHaveLength(2);
    await reader.close();
    await writer.close();
  });
}
