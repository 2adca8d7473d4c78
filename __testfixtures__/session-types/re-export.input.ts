export type { Session, User } from "next-auth";
export const LIMIT = 3;
