import type { ClerkMiddlewareAuth } from "@clerk/nextjs/server";
import { clerkMiddleware } from "@clerk/nextjs/server";
import { NextResponse } from "next/server";
import type { NextFetchEvent, NextRequest } from "next/server";

async function middleware(
  auth: ClerkMiddlewareAuth,
  req: NextRequest,
  event: NextFetchEvent,
) {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/api\/private(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) {
    return NextResponse.json({ message: "unauthorized" }, { status: 401 });
  }
  event.waitUntil(Promise.resolve());
}

export default clerkMiddleware(middleware);

export const config = { matcher: ["/((?!_next/).*)"] };
