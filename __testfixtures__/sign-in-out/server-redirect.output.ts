import { signIn, signOut } from '@/auth';
import { forget } from '@/lib/carts';
import { auth } from '@clerk/nextjs/server';
import { headers } from 'next/headers';
import { signOut as clerkSignOut } from '@/lib/clerk-session';

export async function GET() {
  (await auth()).redirectToSignIn({ returnBackUrl: (await headers()).get('referer') ?? '/' });
}

export async function POST(request: Request) {
  const { organization } = await request.json();
  if (organization) return (await auth()).redirectToSignIn({ returnBackUrl: '/team' });
  return (await auth()).redirectToSignIn({ returnBackUrl: '/' });
}

export async function DELETE() {
  await Promise.all([clerkSignOut({ redirect: false }), forget()]);
  return new Response(null, { status: 204 });
}

export async function PUT() {
  // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
  const to = await signIn('github', { redirect: false });
  return Response.json({ to });
}

export function PATCH() {
  // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
  return signIn('github', { redirectTo: '/' });
}

export async function OPTIONS() {
  // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
  const [left] = await Promise.all([signOut({ redirect: false })]);
  return Response.json(left);
}
