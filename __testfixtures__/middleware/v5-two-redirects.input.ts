import { auth } from '@/auth';
import type { NextRequest } from 'next/server';

const gate = auth((req) => {
  if (!req.auth) return Response.redirect(new URL('/login', req.url));
});

export default function middleware(req: NextRequest) {
  if (req.nextUrl.pathname === '/old') return Response.redirect(new URL('/new', req.url), 308);
  return gate(req, {} as any);
}
