import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { tableOf, type MongoStore } from '../../../lib/users/database/mongodb.js';
import type { Row } from '../../../lib/users/database/types.js';
import { mongoSource } from '../../../lib/users/export/mongo-source.js';
import { readMappings } from '../../../lib/users/export/options.js';
import { planExport } from '../../../lib/users/export/plan.js';
import { toRecord } from '../../../lib/users/export/record.js';
import { DIGEST } from '../../helpers/auth-people.js';

/** Collections in memory, in place of a server: Debian has none. The documents are as Auth.js's adapter writes them. */
const storeOf = (collections: Record<string, object[]>): MongoStore => ({
  shown: 'mongodb://127.0.0.1/test',
  collections: async () => Object.entries(collections).map(([name, rows]) => tableOf(name, rows as Row[])),
  pages: async function* (name) {
    for (const row of collections[name] ?? []) yield [row as Row];
  },
  having: async (name, field, values) => {
    const wanted = new Set(values.map(String));
    return (collections[name] ?? []).filter((row) => wanted.has(String((row as Row)[field]))) as Row[];
  },
  begins: async (name, field, texts) =>
    (collections[name] ?? []).some((row) => texts.some((text) => String((row as Row)[field]).startsWith(text))),
  close: async () => undefined,
});

async function exportOf(collections: Record<string, object[]>, map: string[] = []): Promise<object[]> {
  const source = await mongoSource(storeOf(collections), undefined, {});
  const plan = planExport(source, readMappings(map), false);
  const records: object[] = [];
  for await (const page of source.users(plan.columns)) {
    for (const { user, accounts } of page) records.push(toRecord(user, accounts, plan.rows).record);
  }
  return records;
}

describe('MongoDB', () => {
  const ada = new ObjectId('65bdbd800000000000000001');
  const mary = new ObjectId('65bdbd800000000000000002');

  it('is read by ids that are objects, and that tell when somebody signed up', async () => {
    const records = await exportOf(
      {
        sessions: [{ _id: new ObjectId(), userId: ada }],
        users: [
          {
            _id: ada,
            name: 'Ada Lovelace',
            email: 'ada@example.com',
            emailVerified: null,
            team: { id: mary, tags: ['a'] },
          },
          { _id: mary, name: 'Mary', email: 'mary@example.com', emailVerified: new Date(0), hash: DIGEST },
        ],
        accounts: [{ _id: new ObjectId(), userId: ada, provider: 'github', providerAccountId: '7', type: 'oauth' }],
      },
      ['team=privateMetadata.team'],
    );
    expect(JSON.parse(JSON.stringify(records))).toEqual([
      {
        userId: '65bdbd800000000000000001',
        email: 'ada@example.com',
        emailVerified: true,
        firstName: 'Ada',
        lastName: 'Lovelace',
        createdAt: ada.getTimestamp().toISOString(),
        privateMetadata: { team: { id: '65bdbd800000000000000002', tags: ['a'] } },
        accounts: [{ provider: 'github', providerAccountId: '7' }],
      },
      {
        userId: '65bdbd800000000000000002',
        email: 'mary@example.com',
        emailVerified: '1970-01-01T00:00:00.000Z',
        firstName: 'Mary',
        createdAt: mary.getTimestamp().toISOString(),
        password: DIGEST,
        passwordHasher: 'bcrypt',
      },
    ]);
  });

  it('finds accounts that keep the id as text', async () => {
    const records = await exportOf({
      users: [{ _id: ada, email: 'ada@example.com', emailVerified: null }],
      accounts: [{ userId: String(ada), provider: 'google', providerAccountId: '7' }],
    });
    expect(records).toEqual([expect.objectContaining({ emailVerified: true })]);
  });

  it('refuses a database without users in one line', async () => {
    await expect(exportOf({ posts: [{ _id: ada }] })).rejects.toThrow(/no table of users was found.*There are: posts/);
  });
});
