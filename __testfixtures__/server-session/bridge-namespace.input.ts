import * as NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function json() {
  const session = await NextAuth.getServerSession(authOptions);
  return JSON.stringify(session);
}
