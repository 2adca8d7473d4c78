import type { Session } from 'next-auth';
import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { authOptions } from '@/lib/auth';

type Page = (props: { user: Session['user'] }) => Promise<ReactNode>;

export function withUser(page: Page) {
  return async function WithUser() {
    const session = await getServerSession(authOptions);
    if (!session?.user) redirect('/welcome');
    return page({ user: session.user });
  };
}
