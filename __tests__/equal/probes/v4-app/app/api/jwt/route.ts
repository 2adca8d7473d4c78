import { getToken } from 'next-auth/jwt';
import type { NextRequest } from 'next/server';

export async function GET(req: NextRequest) {
  const token = await getToken({ req, secret: process.env.NEXTAUTH_SECRET });
  if (!token?.sub) return Response.json({ error: 'unauthorized' }, { status: 401 });
  return Response.json({ id: token.sub, name: token.name ?? null });
}
