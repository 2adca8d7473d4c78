import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { authOptions } from './auth';

export const getSession = cache(async () => getServerSession(authOptions));

export async function hasPermission(permission: string) {
  const session = await getSession();
  return session?.permissions?.includes(permission) ?? false;
}
