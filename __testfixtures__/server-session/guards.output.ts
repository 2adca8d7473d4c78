import { auth } from '@/auth';
import { use } from '@/lib/use';
import { getUserId } from '@/lib/clerk-session';

export async function* each(list: AsyncIterable<string>) {
  for await (const item of list) {
    const userId = await getUserId();
    if (!userId) continue;
    yield item + userId;
  }
}

export async function conditional() {
  const userId = await getUserId();
  const a = userId ? userId : null;
  const b = !userId ? 'none' : userId;
  const c = userId && userId.length > 3 ? userId : '';
  if (!userId || !a) return b;
  else use(userId);
  return () => use(c, userId);
}

export async function later() {
  const userId = await getUserId();
  if (userId) use(1);
  else throw new Error();
  try {
    return use(userId);
  } catch (session) {
    return String(session);
  }
}

export async function wrongBranch() {
  // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
  const session = await auth();
  if (session) return null;
  return use(session!.user!.id);
}

export async function oneCase(kind: number) {
  switch (kind) {
    case 1:
      // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
      const session = await auth();
      if (!session) return null;
      return use(session.user!.id);
    default:
      return use(session!.user!.id);
  }
}

export async function either(isOpen: boolean) {
  // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
  const session = await auth();
  if (!session && !isOpen) return null;
  return use(session!.user!.id);
}
