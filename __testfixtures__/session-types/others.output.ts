import type { Session } from "better-auth";
import type { User } from "./types";
// import type { Session } from "next-auth"
export const about = 'import type { Session } from "next-auth"';
export type Both = Session & User;
function inner<Session>(value: Session): Session {
  return value;
}
export { inner };
