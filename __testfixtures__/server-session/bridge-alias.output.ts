import { getSession as legacyAuth } from '@/lib/clerk-session';
import { audit, getSession } from '@/lib/better';

export async function current() {
  return getSession() ?? audit(await legacyAuth());
}

export async function late() {
  return audit(await legacyAuth());
}
