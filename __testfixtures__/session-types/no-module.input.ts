import type { Session } from "next-auth";

export const nameOf = (session: Session) => session.user?.name;
