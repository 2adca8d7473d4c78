import { NextResponse } from "next/server";
import { auth } from "@/auth";

export default auth((req) => {
  const { pathname } = req.nextUrl;
  const toLogin = () => NextResponse.redirect(new URL("/login", req.url));

  if (pathname === "/login" && req.auth) {
    return NextResponse.redirect(new URL("/", req.url));
  }
  if (pathname.startsWith("/desk") && !req.auth?.user) {
    return toLogin();
  }
  const response = NextResponse.next();
  response.headers.set("x-member", req.auth ? "yes" : "no");
  return response;
});

export const config = {
  matcher: ["/login", "/desk/:path*", "/about"],
};
