import { randomUUID } from 'node:crypto';

/** What a test needs of an adapter of Auth.js. */
export interface AuthAdapter {
  createUser?(user: NewUser): Promise<{ id: string }> | { id: string };
  linkAccount?(account: NewAccount): unknown;
}

interface NewUser {
  id: string;
  name: string | null;
  email: string;
  emailVerified: Date | null;
  image: string | null;
}

interface NewAccount {
  userId: string;
  type: 'oauth' | 'oidc';
  provider: string;
  providerAccountId: string;
  id_token?: string;
}

/** `bcrypt` of “secret”. */
export const DIGEST = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

const SIGNED_UP = new Date('2024-02-03T04:05:06.000Z');

interface Person {
  readonly user: { name: string | null; email: string; emailVerified?: Date; image?: string };
  readonly accounts: readonly { provider: string; token?: object }[];
  /** In the app's own column. */
  readonly password?: string;
  readonly role?: string;
  /** The record that the export has to write, but for what the database makes up: ids and the time of sign-up. */
  readonly record: object;
}

/** Who has signed up, each by another way. */
export const PEOPLE: readonly Person[] = [
  {
    user: { name: 'Ada King Lovelace', email: 'ada@example.com', image: 'https://example.com/ada.png' },
    accounts: [{ provider: 'google', token: { email: 'ada@example.com', email_verified: true } }],
    role: 'admin',
    record: {
      email: 'ada@example.com',
      emailVerified: true,
      firstName: 'Ada',
      lastName: 'King Lovelace',
      image: 'https://example.com/ada.png',
      publicMetadata: { role: 'admin' },
      accounts: [{ provider: 'google', providerAccountId: 'google:ada@example.com' }],
    },
  },
  {
    user: { name: 'Plato', email: 'plato@example.com', emailVerified: SIGNED_UP },
    accounts: [],
    record: { email: 'plato@example.com', emailVerified: SIGNED_UP.toISOString(), firstName: 'Plato' },
  },
  {
    user: { name: 'Grace Hopper', email: 'grace@example.com' },
    accounts: [{ provider: 'discord' }],
    record: {
      email: 'grace@example.com',
      emailVerified: null,
      firstName: 'Grace',
      lastName: 'Hopper',
      accounts: [{ provider: 'discord', providerAccountId: 'discord:grace@example.com' }],
    },
  },
  {
    user: { name: null, email: 'linus@example.com' },
    accounts: [{ provider: 'github' }, { provider: 'google', token: { email: 'l@example.org', email_verified: true } }],
    record: {
      email: 'linus@example.com',
      emailVerified: null,
      accounts: [
        { provider: 'github', providerAccountId: 'github:linus@example.com' },
        { provider: 'google', providerAccountId: 'google:linus@example.com' },
      ],
    },
  },
  {
    user: { name: 'Émilie 🌊 du Châtelet', email: 'emilie@example.com' },
    accounts: [{ provider: 'github' }],
    record: {
      email: 'emilie@example.com',
      emailVerified: true,
      firstName: 'Émilie',
      lastName: '🌊 du Châtelet',
      accounts: [{ provider: 'github', providerAccountId: 'github:emilie@example.com' }],
    },
  },
  {
    user: { name: 'Mary "O\'Neil", Jr.', email: 'mary@example.com' },
    accounts: [],
    password: DIGEST,
    record: {
      email: 'mary@example.com',
      emailVerified: null,
      firstName: 'Mary',
      lastName: '"O\'Neil", Jr.',
      password: DIGEST,
      passwordHasher: 'bcrypt',
    },
  },
];

const jwt = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/**
 * Signs everybody up through an adapter of Auth.js, as its core does.
 * @param complete writes what the app itself keeps of somebody: the columns for password and role
 */
export async function signUp(
  adapter: AuthAdapter,
  complete: (id: string, own: { password: string | null; role: string | null }) => Promise<unknown>,
): Promise<void> {
  for (const { user, accounts, password = null, role = null } of PEOPLE) {
    const { id } = await adapter.createUser!({ id: randomUUID(), emailVerified: null, image: null, ...user });
    for (const { provider, token } of accounts) {
      await adapter.linkAccount!({
        userId: id,
        type: token === undefined ? 'oauth' : 'oidc',
        provider,
        providerAccountId: `${provider}:${user.email}`,
        ...(token === undefined ? {} : { id_token: jwt(token) }),
      });
    }
    await complete(String(id), { password, role });
  }
}

interface ExportedRecord {
  userId: string;
  email?: string;
  createdAt?: string;
  updatedAt?: string;
  [field: string]: unknown;
}

/** The records of an export without what the database made up, in the order of `PEOPLE`; and their ids. */
export function comparable(records: readonly ExportedRecord[]): { people: object[]; ids: string[] } {
  const order = PEOPLE.map(({ user }) => user.email);
  const sorted = records.toSorted((a, b) => order.indexOf(a.email ?? '') - order.indexOf(b.email ?? ''));
  return {
    people: sorted.map(({ userId: _id, createdAt: _made, updatedAt: _changed, ...rest }) => rest),
    ids: sorted.map(({ userId }) => userId),
  };
}

/** What {@link comparable} has to yield of an export with `--map role=publicMetadata.role`. */
export const RECORDS = PEOPLE.map(({ record }) => record);
