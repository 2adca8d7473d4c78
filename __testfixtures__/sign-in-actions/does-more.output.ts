'use server';

import { cookies } from 'next/headers';
import { signOut } from '@/auth';

export async function leave() {
  (await cookies()).delete('cart');
  // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
  await signOut();
}
