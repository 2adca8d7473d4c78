import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session?.user) return new Response(null, { status: 401 });
  const { id, role } = session.user;
  return Response.json({ id, role });
}
