import { auth } from '@/auth';

export async function GET() {
  const session = await auth();
  if (!session?.user) return new Response(null, { status: 401 });
  return Response.json({ name: session.user.name, email: session.user.email });
}
