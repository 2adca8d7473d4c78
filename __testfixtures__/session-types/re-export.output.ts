export type { Session, User } from "@/lib/clerk-session";
export const LIMIT = 3;
