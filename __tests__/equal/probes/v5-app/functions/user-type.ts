import type { Session } from 'next-auth';
import { auth } from '@/auth';

type Viewer = { kind: 'guest' } | { kind: 'member'; user: NonNullable<Session['user']> };

async function viewer(): Promise<Viewer> {
  const session = await auth();
  return session?.user ? { kind: 'member', user: session.user } : { kind: 'guest' };
}

export default async function userType() {
  const who = await viewer();
  return who.kind === 'member' ? who.user.email : who.kind;
}
