import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";

export const { handlers, auth, signIn, signOut } = NextAuth({
  pages: { signIn: "/enter" },
  providers: [GitHub],
  callbacks: {
    authorized: ({ auth }) => !!auth,
  },
});
