import type { Address } from './address.js';
import { loadDriver } from './driver.js';
import type { Column, Row, Table } from './types.js';

/** How many documents of a collection are looked at to learn its fields: so many of the oldest, and of the newest. */
const SAMPLE = 100;

/** MongoDB, as far as an export needs it. It has no transaction for reading that lasts, so a stream shows what comes. */
export interface MongoStore {
  readonly shown: string;
  /** The collections, each with the fields of some of its documents. */
  collections(): Promise<Table[]>;
  /** All documents, in the order of their ids, and in pages. */
  pages(collection: string, fields: readonly string[], size: number): AsyncIterable<Row[]>;
  /** The documents whose field has one of the values; an id may be kept as such or as text. */
  having(collection: string, field: string, values: readonly unknown[]): Promise<Row[]>;
  /** Whether a document's field begins with one of the texts. */
  begins(collection: string, field: string, texts: readonly string[]): Promise<boolean>;
  close(): Promise<void>;
}

/** Connects to MongoDB. @throws the driver's own error */
export async function openMongo(address: Address): Promise<MongoStore> {
  const { MongoClient } = await loadDriver('mongodb', () => import('mongodb'));
  const client = new MongoClient(address.url, { appName: 'authjs-clerk-codemod', serverSelectionTimeoutMS: 15_000 });
  await client.connect();
  const database = client.db();
  const collection = (name: string) => database.collection<Record<string, never>>(name);
  const sample = async (name: string): Promise<Row[]> => {
    const part = (direction: 1 | -1) => collection(name).find().sort({ _id: direction }).limit(SAMPLE).toArray();
    return [...(await part(1)), ...(await part(-1))] as unknown as Row[];
  };
  return {
    shown: address.shown,
    collections: async () => {
      const all = await database.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
      const names = all.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
      return Promise.all(names.sort().map(async (name) => tableOf(name, await sample(name))));
    },
    pages: async function* (name, fields, size) {
      const projection = Object.fromEntries(fields.map((field) => [field, 1]));
      const cursor = collection(name).find({}, { projection }).sort({ _id: 1 }).batchSize(size);
      let page: Row[] = [];
      for await (const document of cursor) {
        page.push(document as unknown as Row);
        if (page.length < size) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
    having: async (name, field, values) => {
      const either = [...new Set([...values, ...values.map(String)])];
      return (await collection(name)
        .find({ [field]: { $in: either } } as never)
        .toArray()) as unknown as Row[];
    },
    begins: async (name, field, texts) => {
      const pattern = `^(?:${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})`;
      return (await collection(name).findOne({ [field]: { $regex: pattern } } as never)) !== null;
    },
    close: () => client.close(),
  };
}

/** A collection as a table: the fields that its documents have, in the order in which they come up. */
export function tableOf(name: string, documents: readonly Row[]): Table {
  const columns = new Map<string, Column>();
  for (const document of documents) {
    for (const [field, value] of Object.entries(document)) {
      if (value === null || columns.has(field)) continue;
      columns.set(field, { name: field, type: typeof value === 'string' ? 'string' : typeof value, nullable: true });
    }
    // A field that is null everywhere is one all the same.
    for (const field of Object.keys(document)) {
      if (!columns.has(field)) columns.set(field, { name: field, type: 'string', nullable: true });
    }
  }
  return { name, schema: undefined, columns: [...columns.values()], primaryKey: ['_id'] };
}
