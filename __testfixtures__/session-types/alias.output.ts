import type { Session as AppSession, User } from "@/lib/clerk-session";

export type Viewer = AppSession["user"] & { roles: string[] };
export interface Row {
  owner: User;
}
