import { auth } from '@/auth';
import { auth as clerkAuth } from '@clerk/nextjs/server';

// TODO(authjs-clerk): auth-wrapper — the session is handed on whole
export const GET = auth((req) => Response.json(req.auth));

export async function can() {
  const { isAuthenticated } = await clerkAuth();
  return isAuthenticated;
}
