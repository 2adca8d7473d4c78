import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session) return Response.json(null, { status: 401 });
  return Response.json({ id: session.user.id, name: session.user.name, email: session.user.email });
}
