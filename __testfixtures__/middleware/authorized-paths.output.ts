import { clerkMiddleware } from "@clerk/nextjs/server";
import { NextResponse } from "next/server";

const OPEN = ["/pricing", "/about"];

export default clerkMiddleware(async (auth, req) => {
  const requestPath = req.nextUrl.pathname;
  if (
    /^\/(api\/auth|favicon\.ico)/.test(requestPath) ||
    requestPath === "/login"
  )
    return;
  const { isAuthenticated, sessionClaims, redirectToSignIn } = await auth();
  const authorized = () => {
    const { pathname } = req.nextUrl;
    // staff only
    if (pathname.startsWith("/admin")) {
      return sessionClaims?.role === "admin";
    }
    if (OPEN.includes(pathname)) return true;
    return isAuthenticated;
  };
  if (!authorized()) {
    return isAuthenticated ? new NextResponse(null, { status: 403 }) : redirectToSignIn();
  }
});

export const config = {
  matcher: ["/((?!_next/).*)"],
};
