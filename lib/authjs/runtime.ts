import { isAuthjsModule, OWN, type Origin } from './modules.js';

/** Auth.js's types of sessions, people, tokens and rows. */
export const TYPES =
  /^(?:Session|DefaultSession|User|DefaultUser|JWT|DefaultJWT|Account|Profile|AdapterUser|AdapterAccount|Adapter|AdapterSession|SessionContextValue|GetSessionParams|NextAuthRequest|NextAuthResult|ISODateString|Awaitable|LiteralUnion|SignInResponse|SignInOptions|SignOutParams|ClientSafeProvider|NextMiddlewareWithAuth|NextRequestWithAuth|BuiltInProviderType|RedirectableProviderType|OAuthProviderType|CtxOrReq|UseSessionOptions|SessionProviderProps|CookiesOptions|CallbacksOptions|EventCallbacks|AuthConfig|JWTOptions|JWTDecodeParams|JWTEncodeParams|GetTokenParams|VerificationToken)$/;

/** Paths of tests and what they load. */
export const TEST_FILE =
  /(?:^|[/.])(?:__tests__|__mocks__|tests?|spec|e2e|cypress|playwright)(?:\/|\.[cm]?[jt]sx?$|\.)/;

/** What needs the package alone: the parts of a set-up with their types, and the token, which takes a cookie and the secret. */
const PARTS = /\/(?:providers|adapters|types|errors|jwt)(?:\/|$)|[/-]adapter$|\/package\.json$/;

/** What a provider's settings are marked by, and no part of what runs: symbols of v5. */
const MARKS = /^(?:customFetch|skipCSRFCheck|raw)$/;

/**
 * Whether a use that is left to a person needs Auth.js's route and options to go on: what imports them does. Types and errors
 * need the package alone, and a test replaces what it names. Nor does the browser's part hold the set-up, or `withAuth` of v4
 * and a token that is read, made or decoded by hand: the app's provider and its sign-in are Clerk's, Auth.js's cookie is one
 * that nobody is given any more, and all that is left finds nobody signed in, with the set-up as without. A route that is
 * kept for a sign-in that is left is a trap: who enters by it is signed in nowhere else.
 */
export function needsRuntime({ module, name }: Origin, path: string): boolean {
  if (module === OWN.beside) return false;
  if (!isAuthjsModule(module)) return true; // the app's own instance or options are imported from where they stand
  if (/\/(?:react|middleware)$/.test(module) || PARTS.test(module) || MARKS.test(name)) return false;
  return !(TYPES.test(name) || /Error$|^CredentialsSignin$/.test(name) || TEST_FILE.test(path));
}
