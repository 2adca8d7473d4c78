import NextAuth from "next-auth"
import { PrismaAdapter } from "@auth/prisma-adapter"
import GitHub from "next-auth/providers/github"
import prisma from "@/lib/prisma"
import type { SessionCallbacks } from "@/lib/clerk-session"

export const sessionCallbacks = {
  session: ({ session, user }) => ({ ...session, user: { ...session.user, role: user.role } }),
} satisfies SessionCallbacks

// TODO(authjs-clerk): auth-config-in-use — the Auth.js set-up stays while code needs it
export const { handlers, auth } = NextAuth({
  adapter: PrismaAdapter(prisma),
  providers: [GitHub],
  callbacks: { ...sessionCallbacks },
})
