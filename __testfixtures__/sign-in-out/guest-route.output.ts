import { signOut } from '@/lib/clerk-session';
import { signIn } from '@/auth';

export async function GET(request: Request) {
  await signOut({ redirect: false });
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  // TODO(authjs-clerk): sign-in-server-action — this route signs somebody in; make a ticket by (await clerkClient()).signInTokens.createSignInToken({ userId, expiresInSeconds }), and let the browser hand it to signIn.ticket({ ticket }) of useSignIn()
  return signIn('guest', { redirect: true, redirectTo: next });
}
