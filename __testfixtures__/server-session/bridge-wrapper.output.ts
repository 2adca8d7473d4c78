import { cache } from "react"
import { getSession as clerkGetSession } from "@/lib/clerk-session"

export const getSession = cache(async () => {
  const session = await clerkGetSession()
  return session
})
