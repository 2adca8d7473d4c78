import { isAuthjsModule, OWN, type Origin } from './modules.js';

/** Auth.js's types of sessions, people, tokens and rows. */
export const TYPES =
  /^(?:Session|DefaultSession|User|DefaultUser|JWT|DefaultJWT|Account|Profile|AdapterUser|AdapterAccount|Adapter|AdapterSession|SessionContextValue|GetSessionParams|NextAuthRequest|NextAuthResult|ISODateString|Awaitable|LiteralUnion|SignInResponse|SignInOptions|SignOutParams|ClientSafeProvider|NextMiddlewareWithAuth|NextRequestWithAuth|BuiltInProviderType|RedirectableProviderType|OAuthProviderType|CtxOrReq|UseSessionOptions|SessionProviderProps|CookiesOptions|CallbacksOptions|EventCallbacks|AuthConfig|JWTOptions|JWTDecodeParams|JWTEncodeParams|GetTokenParams|VerificationToken)$/;

const TEST_FILE = /(?:^|[/.])(?:__tests__|__mocks__|tests?|spec|e2e|cypress|playwright)(?:\/|\.[cm]?[jt]sx?$|\.)/;

/** What signs in and out in the browser, or serves a page that does; and a context that only the provider fills. */
const ENTRANCE = /^(?:signIn|signOut|getProviders|getCsrfToken|SessionContext)$/;

/** What needs the package alone: the parts of a set-up with their types, and the token, which takes a cookie and the secret. */
const PARTS = /\/(?:providers|adapters|types|errors|jwt)(?:\/|$)|[/-]adapter$|\/package\.json$/;

/**
 * Whether a use that is left to a person needs Auth.js's route and options to go on: what calls it does. Types and errors
 * need the package alone, and a test replaces what it names. Nor does the entrance hold the set-up: where every reader of a
 * session is on Clerk, who enters by Auth.js is signed in nowhere, and a route that is kept for it is a trap. A token that
 * is still read, made or decoded by hand calls neither: its cookie is one that nobody is given any more, so that its reader
 * finds nobody signed in, with the set-up as without.
 */
export function needsRuntime({ module, name }: Origin, path: string): boolean {
  if (module === OWN.beside) return false;
  if (!isAuthjsModule(module)) return true; // the app's own instance or options are imported from where they stand
  if (module.endsWith('/react') && ENTRANCE.test(name)) return false;
  if (PARTS.test(module)) return false;
  return !(TYPES.test(name) || /Error$|^CredentialsSignin$/.test(name) || TEST_FILE.test(path));
}
