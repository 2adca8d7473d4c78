import type { Session } from "next-auth";
import type { ReactNode } from "react";

export function Greeting({ session, children }: { session: Session | null; children: ReactNode }) {
  return <p>{session?.user?.name ?? children}</p>;
}
