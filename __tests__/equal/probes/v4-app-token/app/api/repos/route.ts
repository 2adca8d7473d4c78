import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session?.accessToken) return Response.json({ error: 'Connect GitHub first' }, { status: 401 });
  return Response.json({ authorization: `Bearer ${session.accessToken}` });
}
