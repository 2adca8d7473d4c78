import { auth as legacyAuth } from '@/auth';
import { audit, getSession } from '@/lib/better';

export async function current() {
  return getSession() ?? audit(await legacyAuth());
}

export async function late() {
  const { auth: ask } = await import('@/auth');
  return audit(await ask());
}
