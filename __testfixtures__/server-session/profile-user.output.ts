import { currentUser } from '@clerk/nextjs/server';

export async function GET() {
  const user = await currentUser();
  if (!user) return new Response(null, { status: 401 });
  return Response.json({ name: user.fullName, email: user.primaryEmailAddress?.emailAddress });
}
