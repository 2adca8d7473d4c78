import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function GET() {
  const session = await auth();
  if (!session?.user?.email) return new Response(null, { status: 401 });
  const user = await db.user.findUnique({ where: { email: session.user.email } });
  const [local] = session.user.email.split('@');
  const domain: string = session!.user!.email!.split('@')[1] ?? '';
  return Response.json({ user, local, domain });
}
