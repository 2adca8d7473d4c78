import { auth } from '@/auth';

export async function GET() {
  const session = await auth();
  return Response.json({ role: session?.user.role ?? 'guest', email: session?.user.email ?? null });
}
