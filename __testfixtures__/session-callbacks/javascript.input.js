import NextAuth from 'next-auth'
import GitHub from 'next-auth/providers/github'
import { roleOf } from './roles'

export const { handlers, auth } = NextAuth({
  providers: [GitHub],
  callbacks: {
    session: async function ({ session, token }) {
      session.user.role = await roleOf(token.sub)
      return session
    },
  },
})

export const other = 1
