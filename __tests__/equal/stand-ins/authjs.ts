import {
  createContext,
  createElement,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { EXPIRES, rowOf } from '../persons.js';
import { Ended, type AuthOptions, type World } from '../world.js';

type Values = Record<string, unknown>;
type Modules = Record<string, Values>;

const jsonOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What the cookie of a JWT session holds: made at the sign-in, by the app's own callback. */
async function tokenOf(world: World, options: AuthOptions): Promise<Values> {
  const person = world.person!;
  const row = rowOf(person);
  const raw = {
    sub: `gh-${person.id}`,
    id: person.id,
    login: person.id,
    name: person.name,
    email: person.email,
    avatar_url: person.image,
    role: person.role,
    plan: person.plan,
  };
  const profile = options.providers?.find(({ profile }) => profile)?.profile;
  const { id, name, email, image } = row;
  const user = options.adapter ? row : profile ? ((await profile(raw)) as Values) : { id, name, email, image };
  const token = { name: user['name'], email: user['email'], picture: user['image'], sub: user['id'] };
  const given = { access_token: `gho_${id}`, refresh_token: `ghr_${id}`, expires_at: Date.parse(EXPIRES) / 1000 };
  const account = { provider: 'github', type: 'oauth', providerAccountId: raw.sub, ...given };
  const jwt = options.callbacks?.jwt;
  return jsonOf(jwt ? ((await jwt({ token, user, account, profile: raw, trigger: 'signIn' })) as Values) : token);
}

/** The session as Auth.js answers it: the person's own fields, and what the app's callbacks make of them. */
async function sessionOf(world: World, options: AuthOptions = {}): Promise<Values | null> {
  const { person, style } = world;
  if (!person) return null;
  const strategy = options.session?.strategy ?? (options.adapter ? 'database' : 'jwt');
  const callback = options.callbacks?.session;
  const wrap = (answer: unknown, fallback: unknown) =>
    style === 'v5' ? { user: fallback, ...(answer as Values) } : answer;
  if (strategy === 'database') {
    const row = rowOf(person);
    const { name, email, image } = row;
    const session = { user: style === 'v5' ? row : { name, email, image }, expires: EXPIRES };
    return jsonOf(wrap(callback ? await callback({ session, user: row }) : session, row) as Values);
  }
  const stored = await tokenOf(world, options);
  const token = (options.callbacks?.jwt ? await options.callbacks.jwt({ token: jsonOf(stored) }) : stored) as Values;
  const session = {
    user: { name: stored['name'], email: stored['email'], image: stored['picture'] },
    expires: EXPIRES,
  };
  return jsonOf(wrap(callback ? await callback({ session, token }) : session, token) as Values);
}

const toSignIn = (target: unknown): string =>
  `/api/auth/signin${typeof target === 'string' ? `?callbackUrl=${encodeURIComponent(target)}` : ''}`;

/** Auth.js on the server: `NextAuth()`, `getServerSession()`, v5's `auth()`. */
export function authjsServer(world: World): Modules {
  const getServerSession = async (...args: unknown[]) => sessionOf(world, args.at(-1) as AuthOptions | undefined);
  const nextAuth = (first: unknown, ...more: unknown[]) => {
    const given = more.length > 0 ? more.at(-1) : first;
    world.options = (typeof given === 'function' ? (given as () => unknown)() : given) as AuthOptions;
    if (world.style === 'v4') return async () => Response.json(await sessionOf(world, world.options));
    const auth = (...args: unknown[]) => {
      const [handler] = args;
      if (typeof handler !== 'function') return sessionOf(world, world.options);
      return async (request: Values, context: unknown) => {
        // A Request's own properties can't be copied: it is the request itself that gets the session.
        Object.defineProperty(request, 'auth', { value: await sessionOf(world, world.options), configurable: true });
        return (handler as (request: Values, context: unknown) => unknown)(request, context);
      };
    };
    const session = async () => Response.json(await sessionOf(world, world.options));
    return {
      auth,
      handlers: { GET: session, POST: session },
      signIn: async (_: unknown, options?: Values) => {
        throw new Ended({ redirect: toSignIn(options?.['redirectTo']) });
      },
      signOut: async (options?: Values) => {
        world.log.push('sign-out');
        throw new Ended({ redirect: String(options?.['redirectTo'] ?? '/') });
      },
      unstable_update: async () => sessionOf(world, world.options),
    };
  };
  const getToken = async ({ raw }: { raw?: boolean }) => {
    if (!world.person) return null;
    return raw ? `token of ${world.person.id}` : tokenOf(world, world.options ?? {});
  };
  class AuthError extends Error {}
  const server = {
    default: nextAuth,
    getServerSession,
    unstable_getServerSession: getServerSession,
    AuthError,
    CredentialsSignin: class extends AuthError {},
  };
  const adapter = { default: () => ({ rows: true }), PrismaAdapter: () => ({ rows: true }) };
  return {
    'next-auth': server,
    'next-auth/next': server,
    'next-auth/jwt': { getToken },
    '@next-auth/prisma-adapter': adapter,
    '@auth/prisma-adapter': adapter,
    ...Object.fromEntries(
      ['github', 'google', 'credentials'].map((id) => [
        `next-auth/providers/${id}`,
        { default: (options: Values) => ({ id, ...options }) },
      ]),
    ),
  };
}

/** Auth.js in the browser, over the session that the app's endpoint would answer. */
export function authjsClient(world: World): Modules {
  const settled = { current: null as Values | null };
  const update = async () => {
    if (!settled.current) return null;
    // No callback of the apps here takes the data in.
    world.log.push('session asked anew');
    return settled.current;
  };
  const SessionContext = createContext<Values | undefined>(undefined);
  const SessionProvider = ({ children }: { children: ReactNode }) => {
    const isLoading = useSyncExternalStore(world.subscribe, world.isLoadingNow, world.isLoadingNow);
    const value = useMemo(
      () =>
        isLoading
          ? { data: undefined, status: 'loading', update }
          : { data: settled.current, status: settled.current ? 'authenticated' : 'unauthenticated', update },
      [isLoading],
    );
    return createElement(SessionContext.Provider, { value }, children);
  };
  const useSession = (options?: { required?: boolean; onUnauthenticated?: () => void }) => {
    const value = useContext(SessionContext);
    if (!value) throw new Error('useSession() outside of <SessionProvider>');
    const { required, onUnauthenticated } = options ?? {};
    const isRefused = required && value['status'] === 'unauthenticated';
    useEffect(() => {
      if (!isRefused) return;
      if (onUnauthenticated) onUnauthenticated();
      else world.log.push('to sign-in');
    }, [isRefused, onUnauthenticated]);
    return isRefused ? { ...value, status: 'loading' } : value;
  };
  return {
    'next-auth/react': {
      SessionContext,
      SessionProvider,
      useSession,
      getSession: async () => sessionOf(world, world.options),
      getCsrfToken: async () => 'csrf',
      getProviders: async () => ({ github: { id: 'github', name: 'GitHub' } }),
      signIn: async (provider?: unknown, options?: Values) => {
        if (provider === 'email') {
          const isSent = world.sendLink(options?.['email']);
          if (isSent) world.log.push(`in by the link, then ${String(options?.['callbackUrl'])}`);
          return { error: isSent ? null : 'AccessDenied', ok: isSent, status: isSent ? 200 : 403, url: null };
        }
        if (options?.['redirect'] === false) {
          const error = world.signInBy(options['email'], options['password']) ? null : 'CredentialsSignin';
          return { error, ok: error === null, status: error === null ? 200 : 401, url: null };
        }
        const target = options?.['callbackUrl'] ?? options?.['redirectTo'];
        world.log.push(['to sign-in', target].filter(Boolean).join(', then '));
        return undefined;
      },
      signOut: async (options?: Values) =>
        void world.log.push(
          ['sign-out', options?.['callbackUrl'] ?? options?.['redirectTo']].filter(Boolean).join(', then '),
        ),
      /** For the harness: what the endpoint has to say, asked before anything is shown. */
      settle: async () => void (settled.current = await sessionOf(world, world.options)),
    },
  };
}
