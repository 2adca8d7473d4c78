import { withAuth } from 'next-auth/middleware'

const handler = 'audit'

export default withAuth(req => console.log(handler, req.url), { callbacks: { authorized: ({ token }) => token != null } })

export const config = { matcher: ['/audit/:path*'] }
