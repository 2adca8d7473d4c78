import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export const config = { matcher: ['/((?!api/|_next/|_static/|[\\w-]+\\.\\w+).*)'] };

export default async function middleware(req: NextRequest) {
  const url = req.nextUrl;
  const host = req.headers.get('host')!.replace(':3000', '');
  const search = url.searchParams.toString();
  const path = `${url.pathname}${search.length > 0 ? `?${search}` : ''}`;

  if (path.startsWith('/app')) {
    const session = await getToken({ req });
    if (!session && url.pathname !== '/login') {
      return NextResponse.redirect(new URL('/login', req.url));
    } else if (session && url.pathname === '/login') {
      return NextResponse.redirect(new URL('/', req.url));
    }
    return NextResponse.rewrite(new URL(`/inside${path === '/' ? '' : path}`, req.url));
  }
  return NextResponse.rewrite(new URL(`/${host}${path}`, req.url));
}
