import { auth } from '@/auth';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';

export default async function Layout({ children }: { children: ReactNode }) {
  if (!(await auth())) redirect('/login');
  return children;
}

export async function GET() {
  // Nobody else may know.
  if (!(await auth())?.user) {
    return new Response(null, { status: 401 });
  }
  return Response.json([]);
}

export const POST = async () => {
  'use server';
  if ((await auth()) === null) throw new Error('Sign in');
};

/** The other way round, behind something else, and beside it: what Clerk's rule does not take for a guard. */
export async function others(isOpen: boolean) {
  if (await auth()) redirect('/');
  if (!(await auth())) redirect('/login');
}

export async function beside(isOpen: boolean) {
  if (!isOpen && !(await auth())) redirect('/login');
}

export async function goesOn() {
  if (!(await auth())) console.log('nobody');
}
