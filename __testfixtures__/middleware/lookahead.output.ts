import { clerkMiddleware } from "@clerk/nextjs/server";

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  /*
   * Everything but:
   * - the API
   * - what Next serves itself
   */
  if (
    [pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!api|_next\/static|_next\/image|favicon.ico)/.test(path)
    ) &&
    pathname !== "/login"
  ) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = {
  runtime: "nodejs",
  matcher: ["/((?!_next/).*)"],
};
