import { getSession, requireUserId } from '@/lib/session';

export default async function renamed() {
  const session = await getSession();
  return { name: session?.user?.name ?? null, id: await requireUserId().catch((error: Error) => error.message) };
}
