import { getServerSession, type Session } from 'next-auth';
import { NextResponse } from 'next/server';
import { authOptions } from '@/lib/auth';

interface Context {
  request: Request;
  session: Session | null;
}

export function createHandler<T>({ auth }: { auth: boolean }, run: (context: Context) => Promise<T>) {
  return async (request: Request) => {
    const session = await getServerSession(authOptions);
    if (auth && !session) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
    return NextResponse.json(await run({ request, session }));
  };
}
