import type { User as AuthUser } from "@/lib/clerk-session";
import type { User } from "@prisma/client";

export const isOwner = (user: AuthUser, row: User): boolean => user.email === row.email;
