import { auth } from '@/auth';

function assertSignedIn<T>(value: T | null | undefined): asserts value is T {
  if (!value) throw new Error('unauthorized');
}

export default async function asserted() {
  const session = await auth();
  assertSignedIn(session);
  return session.user?.email;
}
