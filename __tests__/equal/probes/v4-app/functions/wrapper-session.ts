import { getAuthSession } from '@/lib/auth-session';

export default async function summary() {
  const session = await getAuthSession();
  return { email: session?.user?.email ?? null, id: session?.user.id ?? null, isSignedIn: !!session };
}
