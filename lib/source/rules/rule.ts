/** A kind of site, or of follow-up: its id names the page docs/rules/<id>.md, which scripts/rules.mjs writes from this. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Whether single places in the code carry it, the list of what to do afterwards, or both. */
  readonly kind: 'site' | 'follow-up' | 'both';
  readonly meaning: string;
  /** What the command does there by itself. */
  readonly rewritten?: string;
  /** Why it is left to a person: why no safe rewrite exists. */
  readonly left?: string;
  /** What to do by hand, with Clerk's own calls. Lines that begin with `- ` are a list. */
  readonly todo?: string;
  readonly before?: string;
  /** Type-checked against @clerk/nextjs by __tests__/docs. */
  readonly after?: string;
  readonly links?: readonly (keyof typeof LINKS)[];
  /** The site goes when others are done: nothing has to be decided there. */
  readonly waits?: true;
}

/** Addresses of documentation, each seen in Clerk's own packages or pages (2026-11). */
export const LINKS = {
  guide: ['Clerk: migrating from Auth.js', 'https://clerk.com/docs/guides/authjs-migration'],
  nextjs: ['Clerk: Next.js reference', 'https://clerk.com/docs/reference/nextjs/overview'],
  middleware: ['Clerk: clerkMiddleware()', 'https://clerk.com/docs/reference/nextjs/clerk-middleware'],
  auth: ['Clerk: the Auth object', 'https://clerk.com/docs/reference/backend/types/auth-object'],
  serverUser: ['Clerk: the User object on the server', 'https://clerk.com/docs/reference/backend/types/backend-user'],
  user: ['Clerk: the User object in the browser', 'https://clerk.com/docs/reference/objects/user'],
  useUser: ['Clerk: useUser()', 'https://clerk.com/docs/reference/hooks/use-user'],
  useAuth: ['Clerk: useAuth()', 'https://clerk.com/docs/reference/hooks/use-auth'],
  useClerk: ['Clerk: useClerk()', 'https://clerk.com/docs/reference/hooks/use-clerk'],
  useSignIn: ['Clerk: useSignIn()', 'https://clerk.com/docs/reference/hooks/use-sign-in'],
  claims: ['Clerk: custom session claims', 'https://clerk.com/docs/guides/sessions/customize-session-tokens'],
  restrictions: ['Clerk: restricting access', 'https://clerk.com/docs/guides/secure/restricting-access'],
  variables: ['Clerk: environment variables', 'https://clerk.com/docs/guides/development/clerk-environment-variables'],
} as const satisfies Record<string, readonly [name: string, address: string]>;
