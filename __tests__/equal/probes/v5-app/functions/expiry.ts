import { auth } from '@/auth';

export default async function expiry() {
  const session = await auth();
  return session ? new Date(session.expires).getUTCFullYear() : 0;
}
