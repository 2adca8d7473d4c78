"use client";

import clsx from "clsx";
import { signOut } from "next-auth/react";

export function SignOut({ className }: { className?: string }) {
  return (
    <button className={clsx("button", className)} onClick={() => signOut({ callbackUrl: "/" })}>
      Sign out
    </button>
  );
}
