import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export default async (request: NextRequest): Promise<NextResponse | undefined> => {
  const token = await getToken({ req: request });
  if (!token) return NextResponse.redirect(new URL('/hello', request.url));
};
