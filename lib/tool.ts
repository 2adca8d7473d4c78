/** Who made a report; a test holds it against package.json, which is not read at each start. */
export const TOOL = {
  name: 'authjs-clerk-codemod',
  version: '0.1.0',
  description: 'Moves a Next.js app from Auth.js (NextAuth v4 and v5) to Clerk.',
} as const;
