import type { Session } from "next-auth";

// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export const nameOf = (session: Session) => session.user?.name;
