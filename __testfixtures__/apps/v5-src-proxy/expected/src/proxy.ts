// TODO(authjs-clerk): middleware-authorized — an authorized callback in the config may decide who passes; write its test in clerkMiddleware()
export { auth as proxy } from '~/auth'

export const config = { matcher: ['/((?!_next|favicon.ico).*)'] }
