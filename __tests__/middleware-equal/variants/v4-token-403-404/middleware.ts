import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export default async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const token = await getToken({ req: request });

  if (pathname.startsWith('/admin')) {
    if (!token) return new NextResponse('Not found', { status: 404 });
    if (token.role !== 'admin') return new NextResponse('Forbidden', { status: 403, headers: { 'x-why': 'role' } });
  }
  if (pathname.startsWith('/api/private') && !token) {
    return new Response(JSON.stringify({ ok: false }), {
      status: 401,
      headers: { 'content-type': 'application/json' },
    });
  }
}
