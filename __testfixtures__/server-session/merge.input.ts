// Who may do what.
import { clerkClient, auth as clerkAuth } from '@clerk/nextjs/server';
import { auth, signIn } from '@/auth';

export async function can() {
  const session = await auth();
  return session ? clerkClient : signIn;
}

export const asked = clerkAuth;
