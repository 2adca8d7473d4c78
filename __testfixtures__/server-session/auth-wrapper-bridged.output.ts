import { NextResponse } from 'next/server';
import { getSession } from '@/lib/clerk-session';
import { audit } from '@/lib/data';

export const GET = (async () => {
  const session = await getSession();
  if (!session) return NextResponse.json({ message: 'Not authenticated' }, { status: 401 });
  audit(session);
  return NextResponse.json({ name: session.user?.name });
});

export const POST = (async function POST() {
  return Response.json(await getSession());
});
