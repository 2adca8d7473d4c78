import 'server-only';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { auth } from '@/auth';

export const verifySession = cache(async () => {
  const session = await auth();

  if (!session?.user?.id) {
    redirect('/login');
  }

  return { isAuth: true, userId: session.user.id, email: session.user.email };
});
