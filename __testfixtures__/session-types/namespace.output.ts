import type { Session } from "@/lib/clerk-session";

export function expiry(session: Session): Date {
  return new Date(session.expires);
}
