import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

const away = async (req: NextRequest) => {
  const token = await getToken({ req });
  return token && req.nextUrl.pathname === '/login' ? NextResponse.redirect(new URL('/app', req.url)) : undefined;
};

export async function middleware(req: NextRequest) {
  return (await away(req)) ?? NextResponse.next({ headers: { 'x-frame-options': 'DENY' } });
}
