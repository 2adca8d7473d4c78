import { createEnv } from './create-env';
import { object } from './shapes';

export const env = createEnv({ AUTH_SECRET: { description: 'a key' } });
export const shape = object({ NEXTAUTH_URL: String });

export function sign(text: string, { AUTH_SECRET }: { AUTH_SECRET: string }) {
  return text + AUTH_SECRET + process.env.NEXTAUTH_SECRET;
}
