import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session) return Response.json({ error: 'sign in first' }, { status: 401 });
  const { role, email } = { ...session.user };
  return Response.json({ role, email });
}
