import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { removeUser, save } from '@/lib/data';

export const GET = auth((req) => {
  if (req.auth) return Response.json({ data: 'Protected data' });
  return Response.json({ message: 'Not authenticated' }, { status: 401 });
});

export const DELETE = auth(async (req) => {
  if (!req.auth) {
    return new Response('Not authenticated', { status: 401 });
  }

  const currentUser = req.auth.user;
  if (!currentUser) {
    return new Response('Invalid user', { status: 401 });
  }

  await removeUser(currentUser.id);
  return new Response('User deleted successfully!', { status: 200 });
});

export const POST = auth(async function POST(req) {
  if (!req.auth?.user?.id) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  return NextResponse.json(await save(req.auth.user.id, await req.json()));
});

export const PUT = auth(async (req, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  return NextResponse.json({ id, isMember: !!req.auth, path: req.nextUrl.pathname });
}) as unknown as () => void;

export const PATCH = auth(() => new Response('open'));

export const HEAD = auth((req) => new Response(null, { status: req.auth ? 200 : 401 }));

export const OPTIONS = auth(req => new Response(null, { status: req.auth && req.url ? 200 : 401 }));
