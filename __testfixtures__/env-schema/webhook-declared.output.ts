import { z } from 'zod';

const schema = z.object({
  CLERK_WEBHOOK_SIGNING_SECRET: z.string(),
});

export const env = schema.parse(process.env);
