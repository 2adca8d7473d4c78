"use client";

import clsx from "clsx";
import { SignOutButton } from "@clerk/nextjs";

export function SignOut({ className }: { className?: string }) {
  return (
    <SignOutButton redirectUrl="/">
      <button className={clsx("button", className)}>
        Sign out
      </button>
    </SignOutButton>
  );
}
