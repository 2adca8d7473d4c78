import { type Session, type User, type Account } from 'next-auth'

export const owns = (session: Session, user: User): boolean => session.user?.email === user.email
export const provider = (account: Account) => account.provider
