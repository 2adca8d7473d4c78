import { NextResponse } from "next/server";
import { clerkMiddleware } from "@clerk/nextjs/server";

export default clerkMiddleware(async (auth, req) => {
  const requestPath = decodeURIComponent(req.nextUrl.pathname);
  if (
    !/^\/(login|about)(\/?$|\.segments\/)/.test(requestPath) &&
    !/^\/desk(\/|\.segments\/|$)/.test(requestPath)
  )
    return;
  const { isAuthenticated } = await auth();
  const { pathname } = req.nextUrl;
  const toLogin = () => NextResponse.redirect(new URL("/login", req.url));

  if (pathname === "/login" && isAuthenticated) {
    return NextResponse.redirect(new URL("/", req.url));
  }
  if (pathname.startsWith("/desk") && !isAuthenticated) {
    return toLogin();
  }
  const response = NextResponse.next();
  response.headers.set("x-member", isAuthenticated ? "yes" : "no");
  return response;
});

export const config = {
  matcher: ["/((?!_next/).*)"],
};
