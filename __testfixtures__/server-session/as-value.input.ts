import { cache } from "react"
import { auth } from "@/auth"
import { createContext, createHelpers, wrap } from "@acme/api"

const once = () => cache(auth)

export const helpers = createHelpers({ auth, debug: true })

export const context = (req: Request) => createContext({ req, getSession: auth })

const asUser = (ask: typeof auth) => async () => (await ask())?.user ?? null

export const currentUser = asUser(auth)

export const GET = wrap(auth)

export default once
