import { db } from '@/lib/db';

/** What the sign-in at the customer's own directory says of somebody. */
export async function askDirectory(code: unknown) {
  return db.user.findFirst({ where: { email: String(code) } });
}
