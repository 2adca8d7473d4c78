import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session) return Response.json({ error: 'Sign in first' }, { status: 401 });
  return Response.json({ of: session.user.email, authorization: `Bearer ${session.accessToken}` });
}
