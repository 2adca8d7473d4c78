import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

/** Other code calls it as well: it keeps its parameters. */
const away = async (req: NextRequest) => {
  // TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
  const token = await getToken({ req });
  return token ? NextResponse.redirect(new URL('/app', req.url)) : undefined;
};

export const steps = [away];

export async function middleware(req: NextRequest) {
  return (await away(req)) ?? NextResponse.next();
}
