import { auth } from '@/auth';

export const GET = auth((req) => Response.json(req.auth));

export async function can() {
  const session = await auth();
  return !!session;
}
