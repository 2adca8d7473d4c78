import { auth } from '@/auth';
import { auth as clerkAuth } from '@clerk/nextjs/server';

export async function a() {
  const { isAuthenticated } = await clerkAuth();
  if (!isAuthenticated) return 'out';
  return isAuthenticated ? 'in' : 'odd';
}

export async function b() {
  const { isAuthenticated } = await clerkAuth();
  return !isAuthenticated ? 'out' : 'in';
}

export async function c() {
  // TODO(authjs-clerk): session-escapes — it is compared with undefined, which a session never is on the server
  const session = await auth();
  return session === undefined;
}

export async function d() {
  // TODO(authjs-clerk): session-escapes — user.email is compared with null
  const session = await auth();
  return session?.user?.email === null;
}
