import { cache } from "react"
import { auth } from "@/auth"
import { createContext, createHelpers, wrap } from "@acme/api"
import { getSession } from "@/lib/clerk-session"

const once = () => cache(getSession)

export const helpers = createHelpers({ auth: getSession, debug: true })

export const context = (req: Request) => createContext({ req, getSession })

const asUser = (ask: typeof getSession) => async () => (await ask())?.user ?? null

export const currentUser = asUser(getSession)

// TODO(authjs-clerk): session-call-as-value — auth is handed on as a value
export const GET = wrap(auth)

export default once
