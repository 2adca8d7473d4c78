import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/users/database/address.js';
import { openDatabase } from '../../../lib/users/database/open.js';
import { folder } from '../../runner/folder.js';
import { databaseContract, snapshotContract } from './contract.js';

const fresh = () => readAddress(join(folder({ 'test.db': '' }), 'test.db'), 'the test', ['/']);

describe('SQLite', () => {
  databaseContract(() => openDatabase(fresh(), { writes: true }));
  snapshotContract(async () => {
    const address = fresh();
    const writer = await openDatabase(address, { writes: true });
    // Without the write-ahead log, a reader keeps the writer out.
    await writer.all('PRAGMA journal_mode = wal');
    return [await openDatabase(address, { writes: false }), writer];
  });

  it('refuses a file that is no database in one line', async () => {
    const dir = folder({ 'test.db': 'This is a text, and longer than the header of a database. '.repeat(20) });
    const opening = openDatabase(readAddress(join(dir, 'test.db'), 'the test', ['/']), { writes: false });
    await expect(opening).rejects.toThrow(/^can't connect to file:[^\n]*test\.db: file is not a database$/);
  });
});
