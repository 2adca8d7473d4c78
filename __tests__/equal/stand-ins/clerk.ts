import { cloneElement, isValidElement, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { AVATAR, EXPIRES, PERSONS, type Person } from '../persons.js';
import { Ended, type World } from '../world.js';

type Values = Record<string, unknown>;
type Modules = Record<string, Values>;

/** Clerk's person. A class, as Clerk's is: nothing of it goes from a server component to a client one. */
class ClerkUser {
  readonly id: string;
  readonly externalId: string;
  readonly fullName: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly primaryEmailAddress: { readonly emailAddress: string };
  readonly emailAddresses: readonly { readonly emailAddress: string }[];
  readonly imageUrl: string;
  readonly hasImage: boolean;
  readonly publicMetadata: Values;
  readonly unsafeMetadata: Values = {};
  readonly externalAccounts: readonly Values[];
  readonly passwordEnabled = false;

  constructor(
    { clerkId, id, name, email, image, role, plan }: Person,
    readonly reload: () => Promise<ClerkUser> = async () => this,
  ) {
    this.id = clerkId;
    this.externalId = id;
    this.fullName = name;
    this.firstName = name?.split(' ')[0] ?? null;
    this.lastName = name?.split(' ')[1] ?? null;
    this.primaryEmailAddress = { emailAddress: email };
    this.emailAddresses = [this.primaryEmailAddress];
    this.imageUrl = image ?? AVATAR;
    this.hasImage = image !== null;
    this.publicMetadata = { role, plan };
    this.externalAccounts = [{ provider: 'oauth_github', providerUserId: id }];
  }
}

/** The value of a claim as `clerk.patch.json` writes it: `{{user.external_id || user.id}}`. */
function claimOf(template: unknown, person: Person): unknown {
  const { clerkId, id, name, email, image, role, plan } = person;
  const metadata: Values = { role, plan };
  const values: Values = {
    id: clerkId,
    external_id: id,
    full_name: name,
    first_name: name?.split(' ')[0] ?? null,
    last_name: name?.split(' ')[1] ?? null,
    primary_email_address: email,
    image_url: image ?? AVATAR,
    has_image: image !== null,
    public_metadata: metadata,
  };
  const code = /^\{\{(.*)\}\}$/.exec(String(template))?.[1];
  if (code === undefined) return template;
  for (const part of code.split('||')) {
    const path = part.trim().split('.');
    if (path[0] !== 'user') return part.trim().replace(/^'(.*)'$/, '$1');
    const found = path.slice(1).reduce<unknown>((at, key) => (at as Values | null | undefined)?.[key], values);
    if (found !== null && found !== undefined && found !== '') return found;
  }
  return null;
}

const claimsOf = (world: World, person: Person): Values => ({
  sub: person.clerkId,
  exp: Date.parse(EXPIRES) / 1000,
  ...Object.fromEntries(Object.entries(world.claims).map(([name, template]) => [name, claimOf(template, person)])),
});

function authObject(world: World): Values {
  const { person } = world;
  return {
    isAuthenticated: person !== null,
    userId: person?.clerkId ?? null,
    sessionId: person ? `sess_${person.clerkId}` : null,
    sessionClaims: person ? claimsOf(world, person) : null,
    orgId: null,
    // A role is one of an organization's, and nobody here is in one.
    has: () => false,
    getToken: async () => (person ? `token of ${person.id}` : null),
    redirectToSignIn: () => {
      throw new Ended({ redirect: '/sign-in' });
    },
  };
}

/** Clerk on the server. */
export function clerkServer(world: World): Modules {
  const byId = (id: unknown): Person => {
    const found = PERSONS.find(({ clerkId }) => clerkId === id);
    // The old id is none of Clerk's.
    if (!found) throw new Error(`Clerk knows no user ${String(id)}`);
    return found;
  };
  const users = {
    getUser: async (id: unknown) => new ClerkUser(byId(id)),
    getUserList: async ({ externalId = [] }: { externalId?: string[] }) => {
      const data = PERSONS.filter(({ id }) => externalId.includes(id)).map((person) => new ClerkUser(person));
      return { data, totalCount: data.length };
    },
    getUserOauthAccessToken: async (id: unknown) => ({ data: [{ token: `gho_${byId(id).id}` }] }),
    updateUserMetadata: async (id: unknown, data: unknown) => {
      world.log.push(`metadata of ${byId(id).id}: ${JSON.stringify(data)}`);
      return new ClerkUser(byId(id));
    },
  };
  return {
    '@clerk/nextjs/server': {
      auth: Object.assign(async () => authObject(world), { protect: async () => authObject(world) }),
      currentUser: async () => (world.person ? new ClerkUser(world.person) : null),
      clerkClient: async () => ({ users }),
      getAuth: (request: unknown) => {
        if (typeof request !== 'object' || request === null || !('headers' in request))
          throw new Error('getAuth() needs the request');
        return authObject(world);
      },
      buildClerkProps: () => ({ __clerk_ssr_state: world.person ? { userId: world.person.clerkId } : {} }),
      clerkMiddleware: (handler: unknown) => handler,
    },
  };
}

interface WithChild {
  readonly children?: ReactNode;
  readonly forceRedirectUrl?: string;
  readonly fallbackRedirectUrl?: string;
  readonly redirectUrl?: string;
}

/** Clerk in the browser, and its components, which pages of the server use as well. */
export function clerkClient(world: World): Modules {
  const { person } = world;
  const reload = async (): Promise<ClerkUser> => {
    world.log.push('session asked anew');
    return user!;
  };
  const user = person ? new ClerkUser(person, reload) : null;
  const session = user
    ? {
        id: `sess_${user.id}`,
        user,
        expireAt: new Date(EXPIRES),
        lastActiveToken: null,
        getToken: async () => `token of ${user.externalId}`,
      }
    : null;
  const to = (what: string, target: unknown) => world.log.push([what, target].filter(Boolean).join(', then '));
  const signOut = async (...args: unknown[]) => {
    const callback = args.find((each) => typeof each === 'function') as (() => unknown) | undefined;
    const options = args.find((each) => typeof each === 'object') as { redirectUrl?: string } | undefined;
    to('sign-out', options?.redirectUrl);
    await callback?.();
  };
  const redirectToSignIn = async (options: Values = {}) =>
    void to(
      'to sign-in',
      options['signInForceRedirectUrl'] ?? options['redirectUrl'] ?? options['signInFallbackRedirectUrl'],
    );
  /** Nobody is in before `finalize()`, and a new device needs a code first. */
  const signIn = {
    status: 'needs_identifier',
    password: async ({ emailAddress, password }: Values) => {
      if (!world.signInBy(emailAddress, password)) return { error: new Error('wrong') };
      signIn.status = String(emailAddress).startsWith('new') ? 'needs_client_trust' : 'complete';
      return { error: null };
    },
    finalize: async () => {
      if (signIn.status !== 'complete') throw new Error('nobody is in yet');
      return { error: null };
    },
    emailLink: {
      sendLink: async ({ emailAddress }: Values) => {
        if (!world.sendLink(emailAddress)) return { error: new Error('refused') };
        comeBack();
        return { error: null };
      },
    },
  };
  const verify = async ({ redirectUrlComplete }: Values) =>
    void world.log.push(`in by the link, then ${String(redirectUrlComplete)}`);
  let clerk = {
    loaded: true,
    user,
    session,
    signOut,
    redirectToSignIn,
    openSignIn: redirectToSignIn,
    redirectToSignUp: async () => void world.log.push('to sign-up'),
    buildSignInUrl: () => '/sign-in',
    handleEmailLinkVerification: verify,
  };
  /** Somebody opens the link, which loads the page anew: Clerk is another. */
  const comeBack = () => {
    world.search = '?__clerk_status=verified';
    clerk = { ...clerk, handleEmailLinkVerification: async (options) => verify(options) };
    world.tell();
  };
  const loading = { isLoaded: false, isSignedIn: undefined };
  const isSignedIn = user !== null;
  const answers = {
    user: [
      { ...loading, user: undefined },
      { isLoaded: true, isSignedIn, user },
    ],
    session: [
      { ...loading, session: undefined },
      { isLoaded: true, isSignedIn, session },
    ],
    auth: [
      { ...loading, userId: undefined, sessionId: undefined, sessionClaims: undefined, signOut },
      { isLoaded: true, isSignedIn, ...authObject(world), signOut },
    ],
  };
  const useLoading = () => useSyncExternalStore(world.subscribe, world.isLoadingNow, world.isLoadingNow);
  const hook = (of: keyof typeof answers) => () => answers[of][useLoading() ? 0 : 1];
  /** A button of Clerk's: its one child, whose own handler runs first. */
  const button = (act: (props: WithChild) => unknown) => (props: WithChild) => {
    const child = isValidElement(props.children)
      ? (props.children as ReactElement<{ onClick?: () => unknown }>)
      : undefined;
    if (!child) throw new Error('a button of Clerk’s takes one element');
    const onClick = async () => {
      await child.props.onClick?.();
      await act(props);
    };
    return cloneElement(child, { onClick });
  };
  return {
    '@clerk/nextjs': {
      ClerkProvider: ({ children }: { children: ReactNode }) => children,
      Show: ({ when, children, fallback = null }: { when: unknown; children: ReactNode; fallback?: ReactNode }) => {
        const isLoading = useLoading();
        if (isLoading) return null;
        return (when === 'signed-in' ? isSignedIn : when === 'signed-out' ? !isSignedIn : false) ? children : fallback;
      },
      SignIn: () => 'sign-in',
      SignInButton: button(({ forceRedirectUrl, fallbackRedirectUrl }) =>
        to('to sign-in', forceRedirectUrl ?? fallbackRedirectUrl),
      ),
      SignOutButton: button(({ redirectUrl }) => to('sign-out', redirectUrl)),
      UserButton: () => 'account',
      useUser: hook('user'),
      useSession: hook('session'),
      useAuth: hook('auth'),
      useClerk: () =>
        useSyncExternalStore(
          world.subscribe,
          () => clerk,
          () => clerk,
        ),
      useSignIn: () => ({ signIn, errors: {}, fetchStatus: 'idle' }),
      getToken: async () => (person ? `token of ${person.id}` : null),
    },
    '@clerk/nextjs/errors': {
      isClerkAPIResponseError: (error: unknown) => {
        if (!error) throw new Error('ClerkAPIResponseError type guard requires an error object');
        return error instanceof Error && 'errors' in error;
      },
    },
  };
}
