import { auth } from '@clerk/nextjs/server';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';

export default async function Layout({ children }: { children: ReactNode }) {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) redirect('/login');
  return children;
}

export async function GET() {
  // Nobody else may know.
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) {
    return new Response(null, { status: 401 });
  }
  return Response.json([]);
}

export const POST = async () => {
  'use server';
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) throw new Error('Sign in');
};

/** The other way round, behind something else, and beside it: what Clerk's rule does not take for a guard. */
export async function others(isOpen: boolean) {
  if ((await auth()).isAuthenticated) redirect('/');
  if (!(await auth()).isAuthenticated) redirect('/login');
}

export async function beside(isOpen: boolean) {
  if (!isOpen && !(await auth()).isAuthenticated) redirect('/login');
}

export async function goesOn() {
  if (!(await auth()).isAuthenticated) console.log('nobody');
}
