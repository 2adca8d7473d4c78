import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

type Step = (req: NextRequest) => Promise<NextResponse | undefined>;

const slashless: Step = async (req) => {
  const { pathname } = req.nextUrl;
  if (pathname !== '/' && pathname.endsWith('/'))
    return NextResponse.redirect(new URL(pathname.slice(0, -1), req.url), 308);
};

const signedIn: Step = async (req) => {
  if (!req.nextUrl.pathname.startsWith('/app')) return;
  const token = await getToken({ req });
  if (!token) return NextResponse.redirect(new URL('/login', req.url));
};

export async function middleware(req: NextRequest) {
  for (const step of [slashless, signedIn]) {
    const response = await step(req);
    if (response) return response;
  }
  return NextResponse.next();
}
