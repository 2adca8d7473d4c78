import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

const gate = async (request: NextRequest) => {
  const token = await getToken({ req: request });
  return token ? NextResponse.next() : NextResponse.redirect(new URL('/hello', request.url));
};

export { gate as proxy };

export const config = { matcher: ['/vault/:path*'] };
