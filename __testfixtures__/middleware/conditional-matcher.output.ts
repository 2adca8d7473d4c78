// TODO(authjs-clerk): middleware-matcher — its matcher has a form that is not rewritten; keep it as a test inside clerkMiddleware()
export { default } from 'next-auth/middleware';

export const config = {
  matcher: [{ source: '/dashboard/:path*', missing: [{ type: 'header', key: 'x-preview' }] }],
};
