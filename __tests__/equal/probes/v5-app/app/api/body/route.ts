import { auth } from '@/auth';

export async function POST(request: Request) {
  const body = await request.json();
  const session = await auth();
  if (!session?.user?.email) return Response.json({ success: false }, { status: 401 });
  return Response.json({ success: true, author: session.user.email, ...body });
}
