// Who may do what.
import { clerkClient, auth as clerkAuth } from '@clerk/nextjs/server';
import { signIn } from '@/auth';

export async function can() {
  const { isAuthenticated } = await clerkAuth();
  // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
  return isAuthenticated ? clerkClient : signIn;
}

export const asked = clerkAuth;
