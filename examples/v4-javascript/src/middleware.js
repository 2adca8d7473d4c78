import { NextResponse } from 'next/server'
import { getToken } from 'next-auth/jwt'
import { withAuth } from 'next-auth/middleware'

export default withAuth(
  async function middleware(req) {
    const token = await getToken({ req })
    if (req.nextUrl.pathname === '/account/start' && token) return NextResponse.redirect(new URL('/account', req.url))
  },
  {
    pages: { signIn: '/sign-in' },
    callbacks: { authorized: ({ token }) => !!token },
  },
)

export const config = { matcher: ['/account/:path*', '/api/orders'] }
