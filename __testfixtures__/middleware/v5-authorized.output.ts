// TODO(authjs-clerk): middleware-authorized — an authorized callback in the config may decide who passes; write its test in clerkMiddleware()
export { auth as middleware } from '@/auth';
