import { getSession } from '@/lib/clerk-session';

export async function GET() {
  const session = await getSession();
  if (!session?.user) return new Response(null, { status: 401 });
  return Response.json({ name: session.user.name, email: session.user.email });
}
