import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import type { Member } from '@/lib/types';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session) return Response.json({ error: 'nobody' }, { status: 401 });
  const member = session.user as unknown as Member;
  return Response.json({ id: member.id, plan: member.plan, since: member.createdAt.slice(0, 10) });
}
