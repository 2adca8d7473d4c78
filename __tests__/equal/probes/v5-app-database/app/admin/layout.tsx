import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { auth } from '@/auth';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const session = await auth();
  if (session?.user.role !== 'admin') notFound();
  return <div>{children}</div>;
}
