import { clerkMiddleware } from "@clerk/nextjs/server"
import { NextResponse } from "next/server"

export default clerkMiddleware(
  async function middleware(auth, req) {
    const pathname = decodeURIComponent(req.nextUrl.pathname)
    if (
      !/^\/board(\/|\.segments\/|$)|^\/(join|api\/auth\/extra)(\/?$|\.segments\/)/.test(pathname) ||
      /^\/api\/auth/.test(pathname)
    )
      return
    const { isAuthenticated: known } = await auth()
    const text = `path:
    ${req.nextUrl.pathname}`

    if (req.nextUrl.pathname === "/join") {
      return known ? NextResponse.redirect(new URL("/board", req.url)) : null
    }

    if (!known) {
      return NextResponse.redirect(new URL("/join", req.url), { headers: { "x-from": text } })
    }
  }
)

export const config = { matcher: ["/((?!_next/).*)"] }
