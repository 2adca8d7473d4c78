import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import type { Dialect } from './types.js';

/** Where a database is. `url` may hold a password: it goes to the driver, and nowhere else. */
export interface Address {
  readonly kind: Dialect | 'mongodb';
  readonly url: string;
  /** For messages: no password, and no parameters, which may hold one. */
  readonly shown: string;
  readonly hasPassword: boolean;
}

const KINDS: Readonly<Record<string, Address['kind']>> = {
  'postgres:': 'postgresql',
  'postgresql:': 'postgresql',
  'mysql:': 'mysql',
  'mysql2:': 'mysql',
  'mariadb:': 'mysql',
  'file:': 'sqlite',
  'sqlite:': 'sqlite',
  'sqlite3:': 'sqlite',
  'mongodb:': 'mongodb',
  'mongodb+srv:': 'mongodb',
};

/** Addresses of something that is no database to connect to, and the way out. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'prisma:': 'it leads to Prisma Accelerate: give the database’s own address (often in DIRECT_URL)',
  'prisma+postgres:': 'it leads to Prisma’s proxy: give the database’s own address (often in DIRECT_URL)',
  'libsql:':
    'it leads to Turso: dump the database into an SQLite file (turso db shell <name> .dump | sqlite3 users.db) and give file:users.db',
  'sqlserver:': 'SQL Server is not supported: copy the tables of users and accounts into PostgreSQL, MySQL or SQLite',
  'http:': 'it is no database’s address',
  'https:': 'it is no database’s address',
};

/**
 * Reads a database's address.
 * @param text a URL, or the path of an SQLite file
 * @param origin where it comes from, for messages: `--database-url`, `DATABASE_URL in .env`
 * @param folders where a relative SQLite file may be, the likeliest first
 * @throws {BadInput} one line, which never holds the address itself
 */
export function readAddress(text: string, origin: string, folders: readonly string[]): Address {
  const given = text.trim();
  const scheme = /^[a-z][a-z\d+]*:/i.exec(given)?.[0].toLowerCase();
  // `C:\data\app.db` has no scheme.
  const kind = scheme === undefined || /^[a-z]:$/.test(scheme) ? 'sqlite' : KINDS[scheme];
  if (kind === 'sqlite') return sqliteAddress(given, origin, folders);
  const elsewhere = scheme === undefined ? undefined : ELSEWHERE[scheme];
  if (elsewhere !== undefined) throw new BadInput(`the address in ${origin} can't be used: ${elsewhere}`);
  if (kind === undefined) {
    throw new BadInput(
      `the address in ${origin} is of no database that is known here: use postgresql://, mysql://, mongodb:// or file:`,
    );
  }
  return serverAddress(given, kind, origin);
}

function serverAddress(given: string, kind: Address['kind'], origin: string): Address {
  // MongoDB lists several hosts, which no URL may: the first one stands for all.
  const single = kind === 'mongodb' ? given.replace(/(:\/\/(?:[^/]*@)?[^/,]*)(?:,[^/]*)/, '$1') : given;
  const url = parseUrl(single);
  // A raw `#` or `?` in the password ends the host early; what stands before it is a part of the password.
  const isCut = url !== undefined && url.username === '' && given.includes('@');
  if (url === undefined || url.hostname === '' || isCut) {
    throw new BadInput(
      `the address in ${origin} can't be read: write scheme://user:password@host/database, with / ? # @ % in the password percent-encoded`,
    );
  }
  const hasPassword =
    url.password !== '' || [...url.searchParams.keys()].some((name) => /password|secret|token|key$/i.test(name));
  const user = url.username === '' ? '' : `${decode(url.username)}@`;
  return { kind, url: given, shown: `${url.protocol}//${user}${url.host}${decode(url.pathname)}`, hasPassword };
}

function sqliteAddress(given: string, origin: string, folders: readonly string[]): Address {
  const path = decode(given.replace(/^(?:file|sqlite3?):(?:\/\/(?=\/|\.))?/i, '').replace(/\?.*$/s, ''));
  if (path === '' || path === ':memory:') {
    throw new BadInput(`the address in ${origin} names no file: write file:./dev.db`);
  }
  const places = [...new Set(folders.map((folder) => resolve(folder, path)))];
  const found = places.find((place) => existsSync(place) && statSync(place).isFile());
  if (found !== undefined) return { kind: 'sqlite', url: found, shown: `file:${found}`, hasPassword: false };
  throw new BadInput(`there is no SQLite file ${places.join(' or ')}: check the address in ${origin}`);
}

/** Takes what an error says of a secret out of it: some drivers repeat what they were given. */
export function withoutSecrets(message: string, address: Address): string {
  const url = parseUrl(address.url);
  const secrets = [address.url, url?.password ?? '', decode(url?.password ?? '')].filter((secret) => secret.length > 2);
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message).replace(/\s+/g, ' ');
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
