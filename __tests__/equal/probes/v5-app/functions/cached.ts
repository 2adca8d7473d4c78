import { getSession } from '@/lib/cached';

export default async function cached() {
  const session = await getSession();
  if (!session?.user) return { signedIn: false };
  return { signedIn: true, name: session.user.name, id: session.user.id };
}
