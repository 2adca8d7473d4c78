export { auth as middleware } from "@/auth";

// Auth.js asks the database, which the edge runtime has no driver for.
export const config = { runtime: "nodejs", matcher: ["/board/:path*", "/admin/:path*"] };
