import withAuth from "next-auth/middleware";

export default withAuth({
  callbacks: {
    authorized: ({ token }) => !!token,
  },
});

export const config = {
  runtime: "nodejs",
  matcher: [
    /*
     * Everything but:
     * - the API
     * - what Next serves itself
     */
    "/((?!api|_next/static|_next/image|favicon.ico).*)",
  ],
};
