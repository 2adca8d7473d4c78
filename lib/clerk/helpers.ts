import { isDataTypeName, type DataType } from '../authjs/data-types.js';

/**
 * The functions of the generated module: the id that the app's data holds, the whole person, the session and the token as
 * before, and signing out on the server.
 */
export type HelperFunction = 'getUserId' | 'getUser' | 'getSession' | 'getToken' | 'signOut' | ClientHelper;

/** The route that answers in the place of Auth.js's own, for code that asks it by its address. */
export type RouteHelper = 'sessionRoute';

/** What stands in the client's part; what begins with `browser`, or has it, goes by Auth.js's name there. */
export type ClientHelper = 'useSession' | 'getBrowserSession' | 'browserSignIn' | 'browserSignOut';

/** The types of the generated module that take the place of Auth.js's, under their names. */
export type HelperType = DataType;

/** A type that the app itself declares inside Auth.js's module, and imports from there. */
export type OwnTypeHelper = `type ${string}`;

/**
 * What a test says by who is signed in: functions that take a session (on the server, once, and for React's hooks), the mock
 * of the runner's that holds the server's answer, and functions that let one of the test's own answer.
 */
export type MockHelper =
  'mockSession' | 'mockSessionOnce' | 'mockUseSession' | 'sessionMock' | 'signedInBy' | 'hooksBy';

/** A session claim that code reads by itself: the module types it, and `clerk.patch.json` configures it. */
export type ClaimHelper = `claim ${string}`;

export type Helper = HelperFunction | RouteHelper | HelperType | OwnTypeHelper | MockHelper | ClaimHelper;

/** The claim's name; undefined for what is none. */
export const claimIn = (helper: Helper): string | undefined => /^claim (\w+)$/.exec(helper)?.[1];

/** The type's name; undefined for what is none of the app's own. */
export const ownTypeIn = (helper: Helper): string | undefined => /^type (\w+)$/.exec(helper)?.[1];

/** Whether a part of the client's module gives sessions, for which it needs their type. */
export const givesSession = (helper: Helper): boolean => helper === 'useSession' || helper === 'getBrowserSession';

export const isHelperType = (helper: Helper): helper is HelperType => isDataTypeName(helper);

const CLIENT: ReadonlySet<string> = new Set<ClientHelper>([
  'useSession',
  'getBrowserSession',
  'browserSignIn',
  'browserSignOut',
]);
export const isClientHelper = (helper: Helper): helper is ClientHelper => CLIENT.has(helper);

const MOCKS: ReadonlySet<string> = new Set<MockHelper>([
  'mockSession',
  'mockSessionOnce',
  'mockUseSession',
  'sessionMock',
  'signedInBy',
  'hooksBy',
]);
export const isMockHelper = (helper: Helper): helper is MockHelper => MOCKS.has(helper);

/** Whether the helper stands for something of Auth.js's shape, and not for one of Clerk's values. */
export const isBridge = (helper: Helper): boolean =>
  isHelperType(helper) ||
  ownTypeIn(helper) !== undefined ||
  isClientHelper(helper) ||
  helper === 'getSession' ||
  helper === 'getToken' ||
  helper === 'sessionRoute' ||
  helper === 'signOut';
