'use server';

import { auth } from '@/auth';

export const who = async () => {
  const session = await auth();
  if (session?.user) {
    return { name: session.user.name, email: session.user.email };
  }
  return null;
};
