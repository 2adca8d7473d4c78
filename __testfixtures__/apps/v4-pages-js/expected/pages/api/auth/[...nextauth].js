import bcrypt from "bcryptjs";
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { findUser } from "lib/db";

// TODO(authjs-clerk): auth-config-in-use — part of the Auth.js set-up, which stays while code needs it
export const authOptions = {
  pages: { signIn: "/login" },
  session: { strategy: "jwt" },
  providers: [
    CredentialsProvider({
      name: "Email",
      credentials: {
        email: { label: "Email", type: "email" },
        password: { label: "Password", type: "password" },
      },
      async authorize(credentials) {
        const user = findUser(credentials.email);
        if (!user || !(await bcrypt.compare(credentials.password, user.hash))) return null;
        return { id: String(user.id), name: user.name, email: user.email };
      },
    }),
  ],
  callbacks: {
    session({ session, token }) {
      session.user.id = token.sub;
      return session;
    },
  },
};

// TODO(authjs-clerk): auth-config-in-use — the Auth.js set-up stays while code needs it
export default NextAuth(authOptions);
