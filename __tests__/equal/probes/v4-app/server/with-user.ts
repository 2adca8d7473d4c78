import { getServerSession, type Session } from 'next-auth';
import { NextResponse } from 'next/server';
import { authOptions } from '@/lib/auth';

type Handler = (request: Request, context: { user: Session['user'] }) => Promise<Response>;

export function withUser(handler: Handler) {
  return async (request: Request) => {
    const session = await getServerSession(authOptions);
    if (!session?.user) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
    return handler(request, { user: session.user });
  };
}
