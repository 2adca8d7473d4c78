import { signIn, signOut } from '@/auth';

export async function GET(request: Request) {
  // TODO(authjs-clerk): sign-out-stay — Clerk signs out in the browser: signOut(() => {}) of useClerk() stays on the page; the server can end the session by (await clerkClient()).sessions.revokeSession(sessionId), but its token is good for up to a minute more
  await signOut({ redirect: false });
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  // TODO(authjs-clerk): sign-in-server-action — this route signs somebody in; make a ticket by (await clerkClient()).signInTokens.createSignInToken({ userId, expiresInSeconds }), and let the browser hand it to signIn.ticket({ ticket }) of useSignIn()
  return signIn('guest', { redirect: true, redirectTo: next });
}
