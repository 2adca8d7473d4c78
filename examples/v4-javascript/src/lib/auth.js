import GoogleProvider from 'next-auth/providers/google'
import CredentialsProvider from 'next-auth/providers/credentials'
import { findCustomer } from './customers'

export const authOptions = {
  pages: { signIn: '/sign-in' },
  providers: [
    GoogleProvider({
      clientId: process.env.GOOGLE_ID,
      clientSecret: process.env.GOOGLE_SECRET,
    }),
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: ({ email, password }) => findCustomer(email, password),
    }),
  ],
}
