/** A variable that an app on Clerk needs, and what a file may say of it. */
export interface ClerkVariable {
  readonly name: string;
  /** What it is set to where that is no secret and known: an address of the app's own. */
  readonly value?: string;
  /** Where its value comes from, or what it is for, as a comment above it. */
  readonly comment: string;
  /** Whether only the running server reads it: neither a build nor its image needs it. */
  readonly atRunTime?: boolean;
}

/** Where the values of Clerk's keys come from, as a comment in a file may say it. */
export const KEYS_COMMENT = "Clerk's keys: npx clerk@latest env pull, or the API keys page of the Clerk Dashboard";

/** The two variables that @clerk/nextjs can't do without, in the order of Clerk's guide. Source: clerk.com/docs/quickstarts/nextjs (2026-08). */
export const CLERK_KEYS: readonly ClerkVariable[] = [
  { name: 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', comment: KEYS_COMMENT },
  { name: 'CLERK_SECRET_KEY', comment: KEYS_COMMENT },
];

/** What `verifyWebhook()` checks a request by. Source: clerk.com/docs/guides/development/webhooks/syncing (2026-08). */
export const WEBHOOK_SECRET: ClerkVariable = {
  name: 'CLERK_WEBHOOK_SIGNING_SECRET',
  comment: "Signing secret of the webhook's endpoint: Webhooks in the Clerk Dashboard",
  atRunTime: true,
};

/** The app's pages that hold Clerk's forms, by address. */
export interface SignInAddresses {
  readonly signIn: string | undefined;
  readonly signUp: string | undefined;
}

/** The variables that name these pages, so that every redirect of Clerk's leads to them. Source: clerk.com/docs/guides/development/clerk-environment-variables (2026-08). */
export const pageVariables = ({ signIn, signUp }: SignInAddresses): ClerkVariable[] =>
  [
    { name: 'NEXT_PUBLIC_CLERK_SIGN_IN_URL', value: signIn },
    { name: 'NEXT_PUBLIC_CLERK_SIGN_UP_URL', value: signUp },
  ].flatMap(({ name, value }) =>
    value === undefined ? [] : { name, value, comment: "Pages of the app that hold Clerk's forms" },
  );
