import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient, ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { verifyUsers } from '../../../lib/users/verify.js';
import { mongoAdapter } from '../../helpers/auth-adapters.js';
import { comparable, RECORDS, signUp } from '../../helpers/auth-people.js';
import { startMongoStandIn, type MongoStandIn } from '../../helpers/mongo-stand-in/index.js';
import { folder } from '../../runner/folder.js';
import { runIdMap } from '../id-map/run.js';
import { lastLine, sandbox } from '../import/sandbox.js';
import { runSync } from '../sync/run.js';
import { recordsOf, runExport } from './run.js';

const MAP = ['role=publicMetadata.role'];

/** The driver is the real one; what it talks to is a stand-in that speaks MongoDB's wire protocol. */
describe('MongoDB over the wire', () => {
  let mongo: MongoStandIn;
  beforeEach(async () => {
    mongo = await startMongoStandIn();
    onTestFinished(() => mongo.close());
  });
  const url = (): string => `${mongo.url}/shop`;

  /** Everybody, signed up through Auth.js's adapter. */
  async function fill(): Promise<void> {
    const client = await new MongoClient(url()).connect();
    await signUp(await mongoAdapter(client), (id, { password, role }) =>
      client
        .db()
        .collection('users')
        .updateOne({ _id: new ObjectId(id) }, { $set: { hash: password, role } }),
    );
    await client.close();
    mongo.log.length = 0;
  }

  it('is read as Auth.js’s adapter has filled it, and not written to', async () => {
    await fill();
    const dir = folder({ '.env': `MONGODB_URI=${url()}\n` });
    const { code, out, err } = await runExport(dir, { map: MAP });
    expect([code, err]).toEqual([0, `reading ${url()} (MONGODB_URI in .env)\n`]);
    expect(out).toMatch(/^6 users written to users\.json/);
    const records = recordsOf(dir);
    expect(comparable(records).people).toEqual(RECORDS);
    for (const { userId, createdAt } of records)
      expect(createdAt).toBe(new ObjectId(userId).getTimestamp().toISOString());
    expect(new Set(mongo.log)).toEqual(new Set(['listCollections', 'find']));
  });

  it('moves, is held against Clerk, and is brought up to date', async () => {
    await fill();
    const box = await sandbox();
    await runExport(box.folder, { databaseUrl: url() });
    const imported = await box.import('users.json', { reserveUnverified: true });
    expect(lastLine(imported.out)).toBe('read 6 = created 6 + updated 0 + skipped 0 + failed 0');
    const flags = { rate: 10_000, timeout: 5, patience: 2 };
    const verified = await box.run((output) =>
      verifyUsers({ cwd: box.folder, path: 'users.json', format: 'text', isAttended: false, ...flags }, output),
    );
    expect(lastLine(verified.out)).toBe('verified 6: missing 0, doubled 0, different 0, unreadable 0');
    expect(await runIdMap(box.folder, { databaseUrl: url(), yes: true })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/\nMongoDB has no foreign keys to go by: [^\n]+\n$/),
    });

    const sync = () => runSync(box, url(), { yes: true, reserveUnverified: true });
    await sync();
    const plato = mongo.store.of('users').find(({ email }) => email === 'plato@example.com')!;
    plato['name'] = 'Plato of Athens';
    mongo.store.of('users').push({ _id: new ObjectId(), email: 'noor@example.com', emailVerified: new Date() });
    expect(lastLine((await sync()).out)).toBe('read 7 = created 1 + updated 1 + skipped 5 + failed 0');
    expect(box.fake.store.byExternalId.get(String(plato['_id']))?.last_name).toBe('of Athens');
  });

  it('is read in parts, each user with their accounts', async () => {
    const users = Array.from({ length: 6000 }, (_, at) => ({ _id: new ObjectId(), email: `u${at}@example.com` }));
    mongo.store.of('users').push(...users.map((user) => ({ ...user, emailVerified: null })));
    const accounts = users.map(({ _id, email }) => ({
      _id: new ObjectId(),
      userId: _id,
      provider: 'github',
      providerAccountId: email,
    }));
    mongo.store.of('accounts').push(...accounts);
    const dir = folder({});

    expect(await runExport(dir, { databaseUrl: url() })).toMatchObject({ code: 0 });
    const records = recordsOf(dir);
    expect(records.map(({ userId }) => userId)).toEqual(users.map(({ _id }) => String(_id)));
    expect(records.filter(({ email, accounts: own }) => !JSON.stringify(own).includes(String(email)))).toEqual([]);
    expect(mongo.log.filter((name) => name === 'getMore').length).toBeGreaterThan(1);
  });

  it('says in one line, without the password, that it is not let in', async () => {
    const dir = folder({});
    const { code, err } = await runExport(dir, {
      databaseUrl: url().replace('://', '://admin:s3cret-word@'),
    });
    expect(code).toBe(2);
    expect(err).toMatch(/\ncan't connect to mongodb:\/\/admin@127\.0\.0\.1:\d+\/shop: Authentication failed\.\n$/);
    expect(err).not.toContain('s3cret-word');
  });

  it('leaves no file where the connection breaks in the middle', async () => {
    await fill();
    mongo.store.of('users').push(...Array.from({ length: 6000 }, () => ({ _id: new ObjectId(), email: null })));
    mongo.fault = (command) => ('getMore' in command ? 'cut' : undefined);
    const dir = folder({});
    const { code, out, err } = await runExport(dir, { databaseUrl: url() });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/\nnothing was written: [^\n]+\n$/);
    expect(existsSync(join(dir, 'users.json'))).toBe(false);
  });
});
