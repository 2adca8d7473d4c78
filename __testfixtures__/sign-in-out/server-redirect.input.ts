import { signIn, signOut } from '@/auth';
import { forget } from '@/lib/carts';

export async function GET() {
  await signIn('github');
}

export async function POST(request: Request) {
  const { organization } = await request.json();
  if (organization) return signIn('workos', { redirectTo: '/team' }, { organization });
  return await signIn(undefined, { redirectTo: '/' });
}

export async function DELETE() {
  await Promise.all([signOut({ redirect: false }), forget()]);
  return new Response(null, { status: 204 });
}

export async function PUT() {
  const to = await signIn('github', { redirect: false });
  return Response.json({ to });
}

export function PATCH() {
  return signIn('github', { redirectTo: '/' });
}

export async function OPTIONS() {
  const [left] = await Promise.all([signOut({ redirect: false })]);
  return Response.json(left);
}
