import NextAuth from "next-auth";
import Google from "next-auth/providers/google";

export const { handlers, auth, signIn, signOut } = NextAuth({
  pages: { signIn: "/enter" },
  providers: [Google],
  callbacks: {
    authorized: ({ auth }) => !!auth,
  },
});
