import { clerkMiddleware } from "@clerk/nextjs/server";

// Signed-in visitors only, in both languages.
export default clerkMiddleware(async (auth, req) => {
	const { pathname } = req.nextUrl;
	// the club
	if (
		[pathname, decodeURIComponent(pathname)].some(
			(path) =>
				/^\/((en|de)\/members|members)(\/|\.segments\/|$)/.test(path) ||
				/^\/[^/]+(\/?$|\.segments\/)/.test(path)
		) &&
		!/^\/(api\/auth|favicon\.ico)/.test(pathname) &&
		pathname !== "/login"
	) {
		const { isAuthenticated, redirectToSignIn } = await auth();
		if (!isAuthenticated) return redirectToSignIn();
	}
});

export const config = {
	matcher: ["/((?!_next/).*)"],
};
