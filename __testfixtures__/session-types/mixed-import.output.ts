import type { Session, User } from '@/lib/clerk-session'
import { type Account } from 'next-auth'

export const owns = (session: Session, user: User): boolean => session.user?.email === user.email
// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export const provider = (account: Account) => account.provider
