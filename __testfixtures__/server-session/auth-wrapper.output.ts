import { NextResponse } from 'next/server';
import { auth } from '@clerk/nextjs/server';
import type { NextRequest } from 'next/server';
import { getUserId } from '@/lib/clerk-session';
import { removeUser, save } from '@/lib/data';

export const GET = (async () => {
  const { isAuthenticated } = await auth();
  if (isAuthenticated) return Response.json({ data: 'Protected data' });
  return Response.json({ message: 'Not authenticated' }, { status: 401 });
});

export const DELETE = (async () => {
  const userId = await getUserId();
  if (!userId) {
    return new Response('Not authenticated', { status: 401 });
  }

  if (!userId) {
    return new Response('Invalid user', { status: 401 });
  }

  await removeUser(userId);
  return new Response('User deleted successfully!', { status: 200 });
});

export const POST = (async function POST(req: NextRequest) {
  const userId = await getUserId();
  if (!userId) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  return NextResponse.json(await save(userId, await req.json()));
});

export const PUT = (async (req: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
  const { isAuthenticated } = await auth();
  const { id } = await params;
  return NextResponse.json({ id, isMember: isAuthenticated, path: req.nextUrl.pathname });
}) as unknown as () => void;

export const PATCH = () => new Response('open');

export const HEAD = async () => {
  const { isAuthenticated } = await auth();
  return new Response(null, { status: isAuthenticated ? 200 : 401 });
};

export const OPTIONS = async (req: NextRequest) => {
  const { isAuthenticated } = await auth();
  return new Response(null, { status: isAuthenticated && req.url ? 200 : 401 });
};
