import { NextResponse, type NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';

const entrances = ['/login', '/join', '/welcome'];

export async function middleware(req: NextRequest) {
  const session = await getToken({ req, secret: process.env.NEXTAUTH_SECRET });
  const url = req.nextUrl.clone();

  if (entrances.some((entrance) => url.pathname === entrance)) {
    if (session) {
      url.pathname = '/app';
      url.search = '';
      return NextResponse.redirect(url);
    }
    return NextResponse.next();
  }
  if (session === null && url.pathname.startsWith('/app')) {
    url.pathname = '/login';
    return NextResponse.redirect(url, { status: 303 });
  }
  return NextResponse.next();
}
