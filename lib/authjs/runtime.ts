import { isAuthjsModule, type Origin } from './modules.js';

/** Auth.js's types of sessions, people, tokens and rows. */
export const TYPES =
  /^(?:Session|DefaultSession|User|DefaultUser|JWT|DefaultJWT|Account|Profile|AdapterUser|AdapterAccount|Adapter|AdapterSession|SessionContextValue|GetSessionParams|NextAuthRequest|NextAuthResult|ISODateString|Awaitable|LiteralUnion|SignInResponse|SignInOptions|SignOutParams|ClientSafeProvider|NextMiddlewareWithAuth|NextRequestWithAuth|BuiltInProviderType|RedirectableProviderType|OAuthProviderType|CtxOrReq|UseSessionOptions|SessionProviderProps|CookiesOptions|CallbacksOptions|EventCallbacks|AuthConfig|JWTOptions|JWTDecodeParams|JWTEncodeParams|GetTokenParams|VerificationToken)$/;

/** What a sign-in page made for Auth.js calls. Nothing that was moved reads the session that it would make. */
const SIGN_IN_PAGE = /^(?:signIn|signOut|getProviders|getCsrfToken)$/;

const TEST_FILE = /(?:^|[/.])(?:__tests__|__mocks__|tests?|spec|e2e|cypress|playwright)(?:\/|\.[cm]?[jt]sx?$|\.)/;

/**
 * Whether a use that is left to a person needs Auth.js's route and options to go on: code that reads its session does. Types
 * and errors need the package alone, a sign-in page has to be replaced anyway, and a test replaces what it names.
 */
export function needsRuntime({ module, name }: Origin, path: string): boolean {
  if (!isAuthjsModule(module)) return true; // the app's own instance or options are imported from where they stand
  if (TYPES.test(name) || /Error$|^CredentialsSignin$/.test(name) || TEST_FILE.test(path)) return false;
  return !(module === 'next-auth/react' && SIGN_IN_PAGE.test(name));
}
