// TODO(authjs-clerk): middleware-matcher — its matcher has a form that is not rewritten; keep it as a test inside clerkMiddleware()
export { default } from 'next-auth/middleware';

export const config = {
  matcher: [{ source: '/desk/:path*', has: [{ type: 'host', value: '(?<tenant>.*).example.com' }] }],
};
