import { auth } from '@/auth';
import { use } from '@/lib/use';

export async function* each(list: AsyncIterable<string>) {
  for await (const item of list) {
    const session = await auth();
    if (!session?.user) continue;
    yield item + session.user.id;
  }
}

export async function conditional() {
  const session = await auth();
  const a = session ? session.user!.id : null;
  const b = !session ? 'none' : session.user!.id;
  const c = session?.user?.id && session.user.id.length > 3 ? session.user.id : '';
  if (!session || !session.user || !a) return b;
  else use(session.user.id);
  return () => use(c, session.user!.id);
}

export async function later() {
  const session = await auth();
  if (session) use(1);
  else throw new Error();
  try {
    return use(session.user!.id);
  } catch (session) {
    return String(session);
  }
}

export async function wrongBranch() {
  const session = await auth();
  if (session) return null;
  return use(session!.user!.id);
}

export async function oneCase(kind: number) {
  switch (kind) {
    case 1:
      const session = await auth();
      if (!session) return null;
      return use(session.user!.id);
    default:
      return use(session!.user!.id);
  }
}

export async function either(isOpen: boolean) {
  const session = await auth();
  if (!session && !isOpen) return null;
  return use(session!.user!.id);
}
