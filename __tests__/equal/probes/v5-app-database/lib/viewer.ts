import { auth } from '@/auth';

export async function getViewer() {
  const session = await auth();
  return session?.user ?? null;
}
