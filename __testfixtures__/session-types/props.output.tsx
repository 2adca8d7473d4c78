import type { Session } from "@/lib/clerk-session";
import type { ReactNode } from "react";

export function Greeting({ session, children }: { session: Session | null; children: ReactNode }) {
  return <p>{session?.user?.name ?? children}</p>;
}
