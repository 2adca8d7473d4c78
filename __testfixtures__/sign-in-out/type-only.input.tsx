import type { signIn } from "next-auth/react";

export type SignIn = typeof signIn;
