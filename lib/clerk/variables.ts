/** The two variables that @clerk/nextjs can't do without, in the order of Clerk's guide. Source: clerk.com/docs/quickstarts/nextjs (2026-08). */
export const CLERK_KEYS: readonly string[] = ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'CLERK_SECRET_KEY'];

/** Where their values come from, as a comment in a file may say it. */
export const KEYS_COMMENT = "Clerk's keys: npx clerk@latest env pull, or the API keys page of the Clerk Dashboard";
