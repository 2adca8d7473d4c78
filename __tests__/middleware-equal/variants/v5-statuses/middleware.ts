import { auth } from '@/auth';

const json = (status: number, message: string) => Response.json({ message }, { status });

export default auth((req) => {
  const { pathname } = req.nextUrl;
  if (pathname.startsWith('/api/auth') || pathname.startsWith('/api/webhooks') || pathname === '/api/public') return;
  if (!req.auth) return json(401, 'sign in');
  if (pathname.startsWith('/api/private') && req.method !== 'GET' && req.auth.user?.role !== 'admin') {
    return json(403, 'admins write');
  }
});

export const config = { matcher: ['/api/:path*'] };
