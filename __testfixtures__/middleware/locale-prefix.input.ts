import { withAuth } from "next-auth/middleware";

// Signed-in visitors only, in both languages.
export default withAuth({ pages: { signIn: "/login", newUser: "/welcome" } });

export const config = {
	matcher: [
		"/:locale(en|de)/members/:path*", // the club
		"/members/:path*",
		"/:slug",
	],
};
