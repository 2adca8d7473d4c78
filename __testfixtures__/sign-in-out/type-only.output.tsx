import type { signIn } from "next-auth/react";

// TODO(authjs-clerk): sign-in-as-value — the function is handed on; Clerk’s takes other arguments
export type SignIn = typeof signIn;
