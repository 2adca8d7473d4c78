import type * as Auth from "next-auth";

export function expiry(session: Auth.Session): Date {
  return new Date(session.expires);
}
