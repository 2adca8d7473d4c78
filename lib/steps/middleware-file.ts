/**
 * A middleware that runs Clerk wherever a session may be asked for, and gates nothing: `auth()` throws where it did not run.
 * The matcher is the one of Clerk's guide (2026-08).
 */
export const MIDDLEWARE_FILE = `import { clerkMiddleware } from "@clerk/nextjs/server";

export default clerkMiddleware();

export const config = {
  matcher: [
    "/((?!_next|[^?]*\\\\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)).*)",
    "/(api|trpc)(.*)",
    "/__clerk/(.*)",
  ],
};
`;
