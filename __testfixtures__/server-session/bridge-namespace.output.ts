import { getSession } from '@/lib/clerk-session';

export async function json() {
  const session = await getSession();
  return JSON.stringify(session);
}
