import { BSON, Long, type Document } from 'mongodb';

/** Documents of one database, by collection. */
export class Store {
  readonly collections = new Map<string, Document[]>();
  readonly #cursors = new Map<string, { namespace: string; left: Document[] }>();
  #count = 0;

  of(name: string): Document[] {
    const known = this.collections.get(name);
    if (known !== undefined) return known;
    const fresh: Document[] = [];
    this.collections.set(name, fresh);
    return fresh;
  }

  /** A cursor that hands out so many at a time; its id is 0 once it has no more. */
  cursor(namespace: string, documents: readonly Document[], size: number): { first: Document[]; id: Long } {
    const first = documents.slice(0, size);
    if (documents.length <= size) return { first, id: Long.ZERO };
    const id = Long.fromNumber((this.#count += 1));
    this.#cursors.set(String(id), { namespace, left: documents.slice(size) });
    return { first, id };
  }

  /** The next part of a cursor; undefined where there is none by that id. */
  next(id: Long | number, size: number): { next: Document[]; id: Long; namespace: string } | undefined {
    const cursor = this.#cursors.get(String(id));
    if (cursor === undefined) return undefined;
    const next = cursor.left.splice(0, size);
    if (cursor.left.length === 0) this.#cursors.delete(String(id));
    const remaining = cursor.left.length === 0 ? Long.ZERO : Long.fromValue(id);
    return { next, id: remaining, namespace: cursor.namespace };
  }
}

/** What a filter says, as a test: equality, `$in` and `$regex`, which are all that is asked for here. */
export function fitting(filter: Document): (document: Document) => boolean {
  const tests = Object.entries(filter).flatMap(([field, wanted]) => {
    const operators = isOperators(wanted) ? wanted : { $in: [wanted] };
    return Object.entries(operators).map(([operator, operand]) => {
      const test = testOf(operator, operand);
      return (document: Document): boolean => test(document[field]);
    });
  });
  return (document) => tests.every((test) => test(document));
}

function testOf(operator: string, operand: unknown): (value: unknown) => boolean {
  if (operator === '$in') {
    const wanted = new Set((operand as unknown[]).map(keyOf));
    return (value) => wanted.has(keyOf(value));
  }
  if (operator === '$regex') {
    const pattern = new RegExp(String(operand));
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  throw new Error(`the stand-in for MongoDB does not know ${operator}`);
}

/** By `_id` alone, ascending or descending. */
export function sorted(documents: readonly Document[], sort: Document | undefined): Document[] {
  const direction = Number(sort?.['_id'] ?? 0);
  return documents.toSorted((a, b) => direction * order(a['_id']).localeCompare(order(b['_id']), 'en'));
}

/** The fields that a projection names; `_id` is always there. */
export function projected(document: Document, projection: Document | undefined): Document {
  const names = Object.keys(projection ?? {});
  if (names.length === 0) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => name === '_id' || names.includes(name)));
}

/** As MongoDB has it: text comes before ids, and ids go by their bytes. */
const order = (id: unknown): string => (typeof id === 'string' ? `0${id}` : `1${String(id)}`);

/** Type and value: the text of an id is not the id. */
const keyOf = (value: unknown): string => Buffer.from(BSON.serialize({ value })).toString('latin1');

const isOperators = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('$'));
