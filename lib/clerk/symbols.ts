/** Where each of Clerk 7's exports that the transforms write is imported from. Read off @clerk/nextjs 7.9.17. */
const SOURCES: Readonly<Record<string, string>> = {
  ClerkProvider: '@clerk/nextjs',
  SignIn: '@clerk/nextjs',
  SignInButton: '@clerk/nextjs',
  SignOutButton: '@clerk/nextjs',
  SignUp: '@clerk/nextjs',
  SignUpButton: '@clerk/nextjs',
  Show: '@clerk/nextjs',
  useAuth: '@clerk/nextjs',
  useClerk: '@clerk/nextjs',
  useSignIn: '@clerk/nextjs',
  useUser: '@clerk/nextjs',
  ClerkMiddlewareAuth: '@clerk/nextjs/server',
  auth: '@clerk/nextjs/server',
  buildClerkProps: '@clerk/nextjs/server',
  clerkClient: '@clerk/nextjs/server',
  clerkMiddleware: '@clerk/nextjs/server',
  createRouteMatcher: '@clerk/nextjs/server',
  currentUser: '@clerk/nextjs/server',
  getAuth: '@clerk/nextjs/server',
};

export const CLERK_PACKAGE = '@clerk/nextjs';

/** The module that exports a name of Clerk's. */
export function sourceOf(name: string): string {
  const source = SOURCES[name];
  if (source === undefined) throw new Error(`not in the table of Clerk's exports: ${name}`);
  return source;
}
