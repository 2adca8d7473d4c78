export { default } from 'next-auth/middleware';

export const config = {
  matcher: [{ source: '/desk/:path*', has: [{ type: 'host', value: '(?<tenant>.*).example.com' }] }],
};
