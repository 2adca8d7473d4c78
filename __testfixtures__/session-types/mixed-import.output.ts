import type { Session, User } from '@/lib/clerk-session'
import { type CookiesOptions } from 'next-auth'

export const owns = (session: Session, user: User): boolean => session.user?.email === user.email
// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export const cookieOf = (cookies: CookiesOptions) => cookies.sessionToken.name
