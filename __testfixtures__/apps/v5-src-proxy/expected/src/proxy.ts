import { clerkMiddleware } from '@clerk/nextjs/server'

export default clerkMiddleware(async (auth, request) => {
  const { pathname } = request.nextUrl
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!_next|favicon.ico)/.test(path),
    )
  )
    return
  const { isAuthenticated, redirectToSignIn } = await auth()
  if (!(isAuthenticated || request.nextUrl.pathname === '/') && !/^\/sign-(in|up)(\/|$)/.test(request.nextUrl.pathname)) {
    return redirectToSignIn()
  }
})

export const config = { matcher: ['/((?!_next/).*)'] }
