import { isAuthjsModule, type Origin } from './modules.js';

/** Auth.js's types of what it stores and hands out. The generated module can declare each, so that code keeps its types. */
export const DATA_TYPES = [
  'DefaultSession',
  'DefaultUser',
  'User',
  'Session',
  'DefaultJWT',
  'JWT',
  'Account',
  'Profile',
  'AdapterUser',
  'AdapterAccount',
  'AdapterSession',
  'VerificationToken',
] as const;

export type DataType = (typeof DATA_TYPES)[number];

const NAMES: ReadonlySet<string> = new Set(DATA_TYPES);
export const isDataTypeName = (name: string): name is DataType => NAMES.has(name);

/** Where Auth.js exports them: v4 under `next-auth/*`, v5 under `@auth/core/*` too. */
const HOMES = /^(?:next-auth|next-auth\/(?:core\/)?(?:types|jwt|adapters)|@auth\/core(?:\/(?:types|jwt|adapters))?)$/;

export const isDataType = ({ module, name }: Origin): boolean => HOMES.test(module) && isDataTypeName(name);

/** The types that code far from the set-up is written with. */
export const isPersonType = ({ name }: Origin): boolean => /^(?:Session|User|DefaultSession)$/.test(name);

export type Style = 'v4' | 'v5';

/** How Auth.js declares a type: next-auth 4.24 (core/types, adapters, jwt/types) and @auth/core 0.37. */
export interface Shape {
  readonly bases: readonly (DataType | 'Record<string, unknown>')[];
  readonly members: readonly string[];
  readonly doc?: string;
}

const PROFILE = ['name?: string | null;', 'email?: string | null;', 'image?: string | null;'];
const CLAIMS = ['name?: string | null;', 'email?: string | null;', 'picture?: string | null;', 'sub?: string;'];
const TIMES = ['iat?: number;', 'exp?: number;', 'jti?: string;'];

const TOKENS = [
  'access_token?: string;',
  'refresh_token?: string;',
  'id_token?: string;',
  'token_type?: string;',
  'scope?: string;',
  'expires_at?: number;',
  'expires_in?: number;',
  'session_state?: string;',
];

/** What a provider says of a person: OpenID's claims in v5, four of them in v4. */
const OPENID = [
  'id?: string | null;',
  'sub?: string | null;',
  'name?: string | null;',
  'given_name?: string | null;',
  'family_name?: string | null;',
  'nickname?: string | null;',
  'preferred_username?: string | null;',
  'picture?: any;',
  'email?: string | null;',
  'email_verified?: boolean | null;',
  'locale?: string | null;',
  '[claim: string]: unknown;',
];

/** The kinds of provider that an account can come from. */
export const PROVIDER_TYPES: Readonly<Record<Style, string>> = {
  v4: '"oauth" | "email" | "credentials"',
  v5: '"oauth" | "oidc" | "email" | "credentials" | "webauthn"',
};

/** The kinds that leave a row behind. */
export const ACCOUNT_TYPES = '"oauth" | "oidc" | "email" | "webauthn"';

/** @param requiresId whether a person's id is never missing: in v4, and in v5 up to beta.4 */
export function shapeOf(name: DataType, style: Style, requiresId: boolean): Shape {
  const shapes: Readonly<Record<DataType, Shape>> = {
    DefaultSession: {
      bases: [],
      members: [
        `user?: ${style === 'v5' ? 'User' : '{ name?: string | null; email?: string | null; image?: string | null }'};`,
        'expires: string;',
      ],
      doc: 'What every session holds.',
    },
    DefaultUser: { bases: [], members: [`id${requiresId ? '' : '?'}: string;`, ...PROFILE] },
    User: { bases: ['DefaultUser'], members: [], doc: 'A person of this app.' },
    Session: { bases: ['DefaultSession'], members: [], doc: 'The session as this app’s code knows it.' },
    DefaultJWT: { bases: ['Record<string, unknown>'], members: style === 'v5' ? [...CLAIMS, ...TIMES] : CLAIMS },
    JWT: {
      bases: ['Record<string, unknown>'],
      members: style === 'v5' ? [...CLAIMS, ...TIMES] : CLAIMS,
      doc: 'What Auth.js kept in its token.',
    },
    Account: {
      bases: [],
      members: [
        'provider: string;',
        'providerAccountId: string;',
        `type: ${PROVIDER_TYPES[style]};`,
        'userId?: string;',
        ...TOKENS,
        '[parameter: string]: unknown;',
      ],
      doc: 'An account at a provider, as Auth.js’s tables hold it.',
    },
    Profile: {
      bases: [],
      members: style === 'v5' ? OPENID : ['sub?: string;', 'name?: string;', 'email?: string;', 'image?: string;'],
      doc: 'What a provider says of a person.',
    },
    AdapterUser: {
      bases: ['User'],
      members: ['id: string;', 'email: string;', 'emailVerified: Date | null;'],
      doc: 'A row of Auth.js’s table of users.',
    },
    AdapterAccount: {
      bases: ['Account'],
      members: ['userId: string;', ...(style === 'v5' ? [`type: ${ACCOUNT_TYPES};`] : [])],
      doc: 'A row of Auth.js’s table of accounts.',
    },
    AdapterSession: {
      bases: [],
      members: ['sessionToken: string;', 'userId: string;', 'expires: Date;'],
      doc: 'A row of Auth.js’s table of sessions.',
    },
    VerificationToken: {
      bases: [],
      members: ['identifier: string;', 'expires: Date;', 'token: string;'],
      doc: 'A row of Auth.js’s table of verification tokens.',
    },
  };
  return shapes[name];
}

/** All of them, each behind those that it refers to. */
export const inOrder = (wanted: ReadonlySet<DataType>): DataType[] => DATA_TYPES.filter((name) => wanted.has(name));

/** What a provider, an adapter or the options are made with: a file that has one of them is a part of the set-up. */
const SET_UP =
  /^(?:Adapter|NextAuthOptions|AuthOptions|NextAuthConfig|AuthConfig|(?:OAuth|OIDC|Email|Credentials)(?:User)?Config|Providers?)$/;
export const isOfSetUp = ({ module, name }: Origin): boolean =>
  isAuthjsModule(module) && (SET_UP.test(name) || /\/providers\/|-adapter$/.test(module));
