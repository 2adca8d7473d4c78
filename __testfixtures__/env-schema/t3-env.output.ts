import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

export const env = createEnv({
  server: {
    // OTHER_TOKEN: z.string(),

    // The database of the app's own.
    DATABASE_URL: z.string().url(),
  },
  client: { NEXT_PUBLIC_URL: z.string() },
  runtimeEnv: {
    DATABASE_URL: process.env.DATABASE_URL,
    NEXT_PUBLIC_URL: process.env.NEXT_PUBLIC_URL,
  },
});
