// Only members get here.
export { default } from "next-auth/middleware"

// Next reads this at build time.
export const config = { matcher: ["/profile", "/messages/new"] } // both pages
