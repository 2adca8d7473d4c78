import middleware from 'next-auth/middleware'

export default middleware

export const config = {
  matcher: ['/', '/account/:path*', '/team/:id'],
}

export const REGION = 'eu'
