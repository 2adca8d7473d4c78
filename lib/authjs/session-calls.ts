import { isDataType, isPersonType } from './data-types.js';
import { isAuthjsModule, OWN, type Origin } from './modules.js';

/** Calls that yield the session on the server, in v4 and v5. */
const CALLS: ReadonlySet<string> = new Set([
  'next-auth getServerSession',
  'next-auth unstable_getServerSession',
  'next-auth/next getServerSession',
  'next-auth/next unstable_getServerSession',
  `${OWN.instance} auth`,
]);

export const isServerSessionCall = ({ module, name }: Origin): boolean => CALLS.has(`${module} ${name}`);

/** v4's `getSession` of next-auth/react serves both sides; on the server it takes the request. */
export const isGetSession = ({ module, name }: Origin): boolean =>
  module === 'next-auth/react' && name === 'getSession';

/** What reads the token of a request, in v4 and v5. */
export const isGetToken = ({ module, name }: Origin): boolean =>
  /^(?:next-auth|@auth\/core)\/jwt$/.test(module) && name === 'getToken';

export const isReact =
  (...names: string[]) =>
  ({ module, name }: Origin): boolean =>
    module === 'next-auth/react' && names.includes(name);

export const isInstance =
  (...names: string[]) =>
  ({ module, name }: Origin): boolean =>
    module === OWN.instance && names.includes(name);

export const isAuthjs = ({ module }: Origin): boolean => isAuthjsModule(module);

/** The types of a session and a person, wherever Auth.js exports them. */
export const isSessionType = (origin: Origin): boolean => isDataType(origin) && isPersonType(origin);
