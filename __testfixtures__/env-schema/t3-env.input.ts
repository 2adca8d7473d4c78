import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

export const env = createEnv({
  server: {
    // Optional: only development needs it, see https://next-auth.js.org/deployment.
    NEXTAUTH_URL: z.string().url().optional(),
    NEXTAUTH_SECRET:
      process.env.NODE_ENV === 'production'
        ? z.string().min(1) // at least one
        : z.string().min(1).optional(),
    // OTHER_TOKEN: z.string(),
    'GITHUB_CLIENT_ID': z.string(), // from the developer settings
    GITHUB_CLIENT_SECRET: z.string(),

    // The database of the app's own.
    DATABASE_URL: z.string().url(),
  },
  client: { NEXT_PUBLIC_URL: z.string() },
  runtimeEnv: {
    DATABASE_URL: process.env.DATABASE_URL,
    NEXT_PUBLIC_URL: process.env.NEXT_PUBLIC_URL,
    GITHUB_CLIENT_ID: process.env.GITHUB_CLIENT_ID,
    GITHUB_CLIENT_SECRET: process.env.GITHUB_CLIENT_SECRET,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL,
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'],
  },
});
