import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

declare global {
  namespace NodeJS {
    interface ProcessEnv {
      CLERK_WEBHOOK_SIGNING_SECRET?: string;
      DATABASE_URL: string;
    }
  }
}

export const env = createEnv({
  server: {
    DATABASE_URL: z.string().url(),
    CLERK_WEBHOOK_SIGNING_SECRET: z.string().min(1).optional()
  },
  client: { NEXT_PUBLIC_URL: z.string() },
  runtimeEnv: {
    CLERK_WEBHOOK_SIGNING_SECRET: process.env.CLERK_WEBHOOK_SIGNING_SECRET,
    DATABASE_URL: process.env.DATABASE_URL,
    NEXT_PUBLIC_URL: process.env.NEXT_PUBLIC_URL,
  },
});
