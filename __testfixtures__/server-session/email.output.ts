import { currentUser } from '@clerk/nextjs/server';
import { db } from '@/lib/db';

export async function GET() {
  const clerkUser = await currentUser();
  if (!clerkUser?.primaryEmailAddress?.emailAddress) return new Response(null, { status: 401 });
  const user = await db.user.findUnique({ where: { email: clerkUser.primaryEmailAddress?.emailAddress } });
  const [local] = clerkUser.primaryEmailAddress!.emailAddress.split('@');
  const domain: string = clerkUser.primaryEmailAddress!.emailAddress.split('@')[1] ?? '';
  return Response.json({ user, local, domain });
}
