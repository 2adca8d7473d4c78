import { withAuth } from 'next-auth/middleware';

export default withAuth({ pages: { signIn: '/login' } });

export const config = {
  matcher: [
    // not the preview
    {
      source: '/desk/:path*',
      missing: [
        { type: 'cookie', key: 'preview', value: 'on' },
        { type: 'query', key: 'preview' },
        { type: 'header', key: 'next-router-prefetch' },
      ],
    },
  ],
};
