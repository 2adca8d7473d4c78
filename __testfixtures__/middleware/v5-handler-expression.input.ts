import { auth } from '@/auth';

export const proxy = auth((req) => (req.auth ? undefined : Response.redirect(new URL('/welcome', req.url), 303)));

export const config = { matcher: '/club/:path*' };
