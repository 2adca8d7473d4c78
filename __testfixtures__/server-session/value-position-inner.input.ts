import { auth } from '@/auth';

export async function both(ready: boolean) {
  const session = await auth();
  return ready && session && 'yes';
}
