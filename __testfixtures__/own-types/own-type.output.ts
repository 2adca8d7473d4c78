import type { Session } from "@acme/sessions"

export const nameOf = (session: Session) => session.name
