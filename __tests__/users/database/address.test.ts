import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAddress, withoutSecrets } from '../../../lib/users/database/address.js';
import { folder } from '../../runner/folder.js';

const shown = (text: string): string => readAddress(text, 'DATABASE_URL', []).shown;

describe('an address', () => {
  it.each([
    ['postgres://app:s3cret@db.example:5432/shop?sslmode=require', 'postgres://app@db.example:5432/shop'],
    ['postgresql://app:s3%40cret@db.example/shop?password=other', 'postgresql://app@db.example/shop'],
    ['mysql://app:s3cret@[::1]:3306/shop', 'mysql://app@[::1]:3306/shop'],
    ['mongodb+srv://app:s3cret@c.example/shop?retryWrites=true', 'mongodb+srv://app@c.example/shop'],
    ['mongodb://app:s3cret@one:27017,two:27017/shop?replicaSet=r', 'mongodb://app@one:27017/shop'],
    ['postgres://db.example/shop', 'postgres://db.example/shop'],
  ])('%s is shown without its password', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['postgres://app:s3#cret@db.example/shop', /DATABASE_URL can't be read: .* percent-encoded/],
    ['postgres://app:s3/cret@db.example/shop', /can't be read/],
    ['postgres://app:5432#s3cret@db.example/shop', /can't be read/],
    ['prisma://accelerate.example/?api_key=s3cret', /Prisma Accelerate.*DIRECT_URL/],
    ['libsql://shop.turso.io?authToken=s3cret', /Turso.*SQLite file/],
    ['https://db.example/s3cret', /no database’s address/],
    ['redis://:s3cret@db.example', /no database that is known here/],
    ['file::memory:', /names no file/],
    ['file:./nowhere-s3.db', /no SQLite file .*nowhere-s3\.db: check the address in DATABASE_URL/],
  ])('%s is refused without being repeated', (text, message) => {
    const refused = (): unknown => readAddress(text, 'DATABASE_URL', ['/tmp']);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/s3.?cret/);
  });

  it('finds an SQLite file in the first of the folders that has it', () => {
    const dir = folder({ 'prisma/dev.db': '', 'dev.db': '', 'data/a b.sqlite': '' });
    const places = [join(dir, 'prisma'), dir];
    expect(readAddress('file:./dev.db?connection_limit=1', 'x', places).url).toBe(join(dir, 'prisma', 'dev.db'));
    expect(readAddress('sqlite://./dev.db', 'x', places).url).toBe(join(dir, 'prisma', 'dev.db'));
    expect(readAddress('data/a b.sqlite', 'x', places).url).toBe(join(dir, 'data', 'a b.sqlite'));
    expect(readAddress(`file:${dir}/data/a%20b.sqlite`, 'x', places).url).toBe(join(dir, 'data', 'a b.sqlite'));
    expect(readAddress(`file://${dir}/dev.db`, 'x', places).url).toBe(join(dir, 'dev.db'));
  });

  it('takes secrets out of what a driver says', () => {
    const address = readAddress('postgres://app:s3%40cret@db.example/shop', 'x', []);
    expect(withoutSecrets(`no s3@cret,\n no s3%40cret, no ${address.url}`, address)).toBe('no ***, no ***, no ***');
  });
});
