import type { Session } from "@acme/auth"
import type { User } from "next-auth"

export const nameOf = (session: Session | null, user?: User) => session?.user?.name ?? user?.name
