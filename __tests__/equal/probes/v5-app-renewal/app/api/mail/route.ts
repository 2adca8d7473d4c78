import { auth } from '@/auth';

export async function GET() {
  const session = await auth();
  if (!session?.mailToken) return Response.json({ error: session?.error ?? 'Sign in first' }, { status: 401 });
  return Response.json({ authorization: `Bearer ${session.mailToken}` });
}
