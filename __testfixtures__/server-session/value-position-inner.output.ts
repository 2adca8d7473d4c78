import { auth } from '@/auth';

export async function both(ready: boolean) {
  // TODO(authjs-clerk): session-escapes — what comes out of an && is handed on
  const session = await auth();
  return ready && session && 'yes';
}
