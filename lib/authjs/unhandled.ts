import { isAuthjsModule, OWN, type Origin } from './modules.js';
import { TYPES } from './runtime.js';

/** Why a site is left to a person when no transform took it, by what it refers to. The first row that fits counts. */
interface Row {
  readonly module: RegExp;
  readonly name: RegExp;
  readonly rule: string;
  readonly message: string;
}

const ROWS: readonly Row[] = [
  {
    module: new RegExp(`^${OWN.wrapper}$`),
    name: /./,
    rule: 'own-wrapper',
    message:
      'goes through the app’s own function around auth(): rewrite that function, and its callers stay as they are',
  },
  {
    module: /./,
    name: /^(?:NextAuthOptions|AuthOptions|NextAuthConfig|AuthConfig|OAuthConfig|OIDCConfig|Providers?|SessionStrategy|CookiesOptions|CallbacksOptions|EventCallbacks)$/,
    rule: 'auth-config-in-use',
    message: 'describes the Auth.js set-up, which stays while code needs it',
  },
  {
    module: /\/react$/,
    name: /^useSession$/,
    rule: 'session-call-as-value',
    message: 'useSession is handed on as a value',
  },
  {
    module: /\/react$/,
    name: /^SessionProvider$/,
    rule: 'session-provider-as-value',
    message: 'SessionProvider is handed on as a value',
  },
  {
    module: /\/react$/,
    name: /^sign(?:In|Out)$/,
    rule: 'sign-in-as-value',
    message: 'the function is handed on; Clerk’s takes other arguments',
  },
  {
    module: /^next-auth(?:\/next|\/react)?$/,
    name: /^(?:unstable_getServerSession|getServerSession|getSession)$/,
    rule: 'session-call-as-value',
    message: 'the function is handed on as a value',
  },
  {
    module: /./,
    name: TYPES,
    rule: 'auth-type',
    message: 'a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s',
  },
  {
    module: /^next-auth\/jwt$|^@auth\/core\/jwt$/,
    name: /./,
    rule: 'get-token',
    message: 'Auth.js’s token; Clerk’s is auth().sessionClaims, or getToken() where the raw one is needed',
  },
  {
    module: /./,
    name: /Error$|^CredentialsSignin$/,
    rule: 'auth-error',
    message: 'an error that only Auth.js throws; Clerk’s calls return { error }',
  },
  {
    module: /\/react$/,
    name: /^(?:getProviders|getCsrfToken)$/,
    rule: 'sign-in-page-data',
    message: 'only a sign-in page made for Auth.js needs it; <SignIn/> takes its place',
  },
  {
    module: /\/react$/,
    name: /^SessionContext$/,
    rule: 'session-context',
    message: 'Auth.js’s React context; Clerk’s hooks take its place',
  },
  {
    module: new RegExp(`^${OWN.instance}$`),
    name: /^auth$/,
    rule: 'auth-config-in-use',
    message: 'hands auth() on, which stays with the set-up while code needs that',
  },
  {
    module: new RegExp(`^${OWN.beside}$`),
    name: /./,
    rule: 'import-in-use',
    message: 'a name of the app’s own; it counts as long as its module hands Auth.js on',
  },
  {
    module: new RegExp(`^${OWN.factory}$`),
    name: /./,
    rule: 'auth-config-in-use',
    message: 'makes what NextAuth() returns, which code still needs',
  },
  {
    module: new RegExp(`^${OWN.options}$`),
    name: /./,
    rule: 'auth-config-in-use',
    message: 'still needs the Auth.js options',
  },
  {
    module: /\/providers\/|adapter|^@auth\/core/,
    name: /./,
    rule: 'auth-config-in-use',
    message: 'part of the Auth.js set-up, which stays while code needs it',
  },
  {
    module: /./,
    name: /^(?:default|handlers|GET|POST|\*)$/,
    rule: 'auth-config-in-use',
    message: 'the Auth.js set-up stays while code needs it',
  },
];

/** The rule and the words for a use that nobody settled. */
export function unhandledUse(origin: Origin): { rule: string; message: string } {
  const row = ROWS.find(({ module, name }) => module.test(origin.module) && name.test(origin.name));
  return row ?? { rule: 'unhandled', message: `nothing here knows how to move ${origin.name}` };
}

const OF_SET_UP = {
  rule: 'auth-config-in-use',
  message: 'part of the Auth.js set-up, which stays while code needs it',
};

/** What one file of the app's own takes of the package for others. */
export const HANDED_ON = { rule: 'import-in-use', message: 'hands Auth.js on to code that still uses it' };

const FORMS: Readonly<Record<string, { rule: string; message: string }>> = {
  mock: {
    rule: 'test-mock',
    message: 'this test replaces a module of Auth.js; replace what the code imports from Clerk',
  },
  augmentation: {
    rule: 'auth-augmentation',
    message: 'these types describe Auth.js’s session and token, which code still reads',
  },
  'export-from': HANDED_ON,
  'export-all': HANDED_ON,
  'import-type': { rule: 'auth-type', message: 'a type of Auth.js' },
};

/** The rule and the words for a module string that nobody settled. */
export function unhandledModule(form: string, source: string): { rule: string; message: string } {
  if (!isAuthjsModule(source) && form.startsWith('export')) return OF_SET_UP;
  if (FORMS[form]) return FORMS[form];
  if (/\/providers\/|adapter|^@auth\/core/.test(source) || !isAuthjsModule(source)) return OF_SET_UP;
  return { rule: 'unhandled-import', message: `${source} is loaded in a way that is not rewritten` };
}

/** What to write in the place of an address of Auth.js's, by the part behind `/api/auth/`. */
const ADDRESSES: Readonly<Record<string, string>> = {
  session:
    'read the session by useUser() or useAuth(), on the server by auth(); a route of your own may answer with it',
  csrf: 'Clerk needs no such token: what it was for is <SignInButton> or <SignOutButton> now',
  providers: 'Clerk’s <SignIn/> shows the providers by itself; there is no list of them to ask for',
  signin: 'lead to Clerk by <SignInButton>, redirectToSignIn(), or to the page that holds <SignIn/>',
  signout: 'sign out by <SignOutButton>, or by signOut() of useClerk()',
  callback: 'providers come back to Clerk’s own address; signInTokens.createSignInToken() makes a link that signs in',
  error: 'Clerk shows its errors in its own form; the page can go',
  'verify-request': 'Clerk’s form says by itself that a link was sent; the page can go',
};

/** The rule and the words for an address of Auth.js's. */
export function unhandledAddress(address: string): { rule: string; message: string } {
  const said = ADDRESSES[/^\/api\/auth\/([\w-]+)/.exec(address)?.[1] ?? ''];
  const { rule, message } = MENTIONS.address;
  return { rule, message: said === undefined ? message : `${message}: ${said}` };
}

export const MENTIONS: Readonly<
  Record<'address' | 'cookie' | 'variable' | 'dependency', { rule: string; message: string }>
> = {
  address: { rule: 'auth-address', message: 'Clerk answers at no such address' },
  cookie: {
    rule: 'auth-cookie',
    message: 'Clerk’s session lives in a cookie of another name; read the session by auth() instead',
  },
  variable: { rule: 'env-variable', message: 'a variable of Auth.js; remove it once nothing reads it' },
  dependency: { rule: 'dependency', message: 'stays until no code imports it' },
};
