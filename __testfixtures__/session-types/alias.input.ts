import type { Session as AppSession, User } from "next-auth";

export type Viewer = AppSession["user"] & { roles: string[] };
export interface Row {
  owner: User;
}
