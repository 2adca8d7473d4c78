import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';

export async function visitorOf(req: NextRequest) {
  const token = await getToken({ req });
  return token?.sub ?? 'nobody';
}
