import { auth } from '@/auth';
import { auth as clerkAuth } from '@clerk/nextjs/server';

// TODO(authjs-clerk): auth-wrapper — auth() wraps a handler here; read the session inside it by Clerk’s auth()
export const GET = auth((req) => Response.json(req.auth));

export async function can() {
  const { isAuthenticated } = await clerkAuth();
  return isAuthenticated;
}
