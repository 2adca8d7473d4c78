import { Long, type Document } from 'mongodb';
import { fitting, projected, sorted, type Store } from './store.js';

/** What a cursor hands out unless the driver says a number. */
const FIRST_BATCH = 101;

/** As a single server of MongoDB 7 introduces itself. */
const HELLO = {
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
};

const done = (answer: Document = {}): Document => ({ ...answer, ok: 1 });
const failed = (code: number, codeName: string, errmsg: string): Document => ({ ok: 0, errmsg, code, codeName });

/** What a server answers to a command; the first field of it is its name. */
export function answerTo(store: Store, command: Document): Document {
  const [name = ''] = Object.keys(command);
  const collection = String(command[name]);
  switch (name) {
    case 'hello':
    case 'ismaster':
    case 'isMaster':
      return done({ ...HELLO, localTime: new Date() });
    case 'ping':
    case 'endSessions':
    case 'killCursors':
      return done();
    case 'saslStart':
      return failed(18, 'AuthenticationFailed', 'Authentication failed.');
    case 'listCollections': {
      const all = [...store.collections.keys()].map((one) => ({ name: one, type: 'collection' }));
      return done({ cursor: { id: Long.ZERO, ns: `${command['$db']}.$cmd.listCollections`, firstBatch: all } });
    }
    case 'insert': {
      const documents = command['documents'] as Document[];
      store.of(collection).push(...documents);
      return done({ n: documents.length });
    }
    case 'update':
      return update(store.of(collection), command['updates'] as Document[]);
    case 'find':
      return find(store, collection, command);
    case 'getMore': {
      const found = store.next(command[name] as Long, Number(command['batchSize'] ?? FIRST_BATCH));
      if (found === undefined) return failed(43, 'CursorNotFound', `cursor id ${command[name]} not found`);
      return done({ cursor: { id: found.id, ns: found.namespace, nextBatch: found.next } });
    }
    default:
      return failed(59, 'CommandNotFound', `no such command: '${name}'`);
  }
}

function find(store: Store, collection: string, command: Document): Document {
  const { filter = {}, projection, sort, limit = 0, singleBatch, batchSize = FIRST_BATCH, $db } = command;
  const found = sorted(store.collections.get(collection) ?? [], sort)
    .filter(fitting(filter))
    .slice(0, limit === 0 ? undefined : Number(limit))
    .map((document) => projected(document, projection));
  const ns = `${$db}.${collection}`;
  const { first, id } = store.cursor(ns, found, singleBatch === true ? found.length : Number(batchSize));
  return done({ cursor: { id, ns, firstBatch: first } });
}

/** `$set` alone, of the first that fits. */
function update(documents: readonly Document[], updates: readonly Document[]): Document {
  let count = 0;
  for (const { q, u } of updates) {
    const document = documents.find(fitting(q));
    if (document === undefined) continue;
    Object.assign(document, u['$set']);
    count += 1;
  }
  return done({ n: count, nModified: count });
}
