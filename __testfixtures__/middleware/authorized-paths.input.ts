import { withAuth } from "next-auth/middleware";

const OPEN = ["/pricing", "/about"];

export default withAuth({
  callbacks: {
    authorized({ req, token }) {
      const { pathname } = req.nextUrl;
      // staff only
      if (pathname.startsWith("/admin")) {
        return token?.role === "admin";
      }
      if (OPEN.includes(pathname)) return true;
      return token !== null;
    },
  },
  pages: { signIn: "/login" },
});
