import { type Session, type User, type CookiesOptions } from 'next-auth'

export const owns = (session: Session, user: User): boolean => session.user?.email === user.email
export const cookieOf = (cookies: CookiesOptions) => cookies.sessionToken.name
