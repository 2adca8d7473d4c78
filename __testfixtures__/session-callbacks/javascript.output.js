import { roleOf } from './roles'

/** Fills the session that getSession() yields. */
export const sessionCallbacks = {
    session: async function ({ session, token }) {
      session.user.role = await roleOf(token.sub)
      return session
    },
}

export const other = 1
