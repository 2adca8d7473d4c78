import { getToken } from "next-auth/jwt"
import { withAuth } from "next-auth/middleware"
import { NextResponse } from "next/server"

export default withAuth(
  async function middleware(req) {
    const token = await getToken({ req })
    const known = !!token
    const text = `path:
    ${req.nextUrl.pathname}`

    if (req.nextUrl.pathname === "/join") {
      return known ? NextResponse.redirect(new URL("/board", req.url)) : null
    }

    if (!known) {
      return NextResponse.redirect(new URL("/join", req.url), { headers: { "x-from": text } })
    }
  },
  {
    callbacks: {
      // the function above decides
      authorized: () => true,
    },
  }
)

export const config = { matcher: ["/board/:path*", "/join", "/api/auth/extra"] }
