/** Below it a number is seconds since 1970 (as Drizzle's `timestamp` mode writes them), above it milliseconds. */
const SECONDS_BELOW = 100_000_000_000;

/** Text without the space around it; undefined for nothing and for emptiness. Ids that are objects (MongoDB) or bytes too. */
export function toText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
  return text.trim() === '' ? undefined : text.trim();
}

/** A date as ISO 8601 in UTC, from a Date, from text, or from seconds or milliseconds since 1970. */
export function toDate(value: unknown): string | undefined {
  if (value === null || value === undefined || typeof value === 'boolean') return undefined;
  if (value instanceof Date) return isoOf(value);
  const text = String(value).trim();
  if (/^-?\d+(?:\.\d+)?$/.test(text)) {
    const number = Number(text);
    // 0 and 1 are flags.
    if (number <= 1) return undefined;
    return isoOf(new Date(number < SECONDS_BELOW ? number * 1000 : number));
  }
  // SQLite's CURRENT_TIMESTAMP has no zone, and is UTC; so is what Prisma and Drizzle write without one.
  const hasZone = /(?:z|[+-]\d\d:?\d\d|[+-]\d\d|gmt|utc)$/i.test(text);
  const plain = /^\d{4}-\d\d-\d\d[ t]\d\d:\d\d/i.test(text) && !hasZone;
  return isoOf(new Date(plain ? `${text.replace(' ', 'T')}Z` : text));
}

const isoOf = (date: Date): string | undefined => (Number.isNaN(date.getTime()) ? undefined : date.toISOString());

/** A flag, as databases keep it: true, 1, 't', a date (since when). */
export const toFlag = (value: unknown): boolean =>
  value instanceof Date || !/^(?:|0|f|false|no|null)$/i.test(String(value ?? '').trim());

/** A value as metadata holds it. Text that is an object or a list, as SQLite and MariaDB keep JSON, becomes one. */
export function toJson(value: unknown): unknown {
  if (value instanceof Date) return isoOf(value) ?? null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }
  if (typeof value === 'object' && value !== null && '_bsontype' in value) return String(value);
  return value;
}
