import { auth } from '@/auth';

export default async function spread() {
  const session = await auth();
  return { ...session?.user, signedIn: !!session };
}
