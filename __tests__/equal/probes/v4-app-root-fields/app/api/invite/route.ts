import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function POST() {
  const session = await getServerSession(authOptions);
  if (!session?.permissions.includes('invite')) return Response.json({ error: 'Forbidden' }, { status: 403 });
  return Response.json({ invitedBy: session.userId }, { status: 201 });
}
