export async function GET() {
  const { getServerSession } = await import('next-auth');
  const { authOptions } = await import('@/lib/auth');
  const session = await getServerSession(authOptions);
  return Response.json({ email: session?.user?.email ?? null });
}
