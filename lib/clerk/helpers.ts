import { isDataTypeName, type DataType } from '../authjs/data-types.js';

/** The functions of the generated module: the id that the app's data holds, the whole person, the session as before. */
export type HelperFunction = 'getUserId' | 'getUser' | 'getSession' | ClientHelper;

/** What stands in the client's part; `getBrowserSession` is called `getSession` there. */
export type ClientHelper = 'useSession' | 'getBrowserSession';

/** The types of the generated module that take the place of Auth.js's, under their names. */
export type HelperType = DataType;

/** The functions by which a test says who is signed in: on the server, once, and for React's hooks. */
export type MockHelper = 'mockSession' | 'mockSessionOnce' | 'mockUseSession';

/** A session claim that code reads by itself: the module types it, and `clerk.patch.json` configures it. */
export type ClaimHelper = `claim ${string}`;

export type Helper = HelperFunction | HelperType | MockHelper | ClaimHelper;

/** The claim's name; undefined for what is none. */
export const claimIn = (helper: Helper): string | undefined => /^claim (\w+)$/.exec(helper)?.[1];

export const isHelperType = (helper: Helper): helper is HelperType => isDataTypeName(helper);

const CLIENT: ReadonlySet<string> = new Set<ClientHelper>(['useSession', 'getBrowserSession']);
export const isClientHelper = (helper: Helper): helper is ClientHelper => CLIENT.has(helper);

const MOCKS: ReadonlySet<string> = new Set<MockHelper>(['mockSession', 'mockSessionOnce', 'mockUseSession']);
export const isMockHelper = (helper: Helper): helper is MockHelper => MOCKS.has(helper);

/** Whether the helper stands for a session of Auth.js's shape, and not for one of Clerk's values. */
export const isBridge = (helper: Helper): boolean =>
  isHelperType(helper) || isClientHelper(helper) || helper === 'getSession';
