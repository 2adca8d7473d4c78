import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { getToken } = require('next-auth/jwt') as { getToken(input: object): Promise<Record<string, string> | null> };
const { NextResponse } = require('next/server') as { NextResponse: { next(): Response; redirect(url: URL): Response } };

type AuthRequest = Request & { auth: object | null; nextUrl: URL & { clone(): URL } };
type Handler = (request: AuthRequest, event: object) => unknown;
interface Config {
  readonly pages?: { readonly signIn?: string };
  readonly callbacks?: { authorized?(input: { request: AuthRequest; auth: object | null }): unknown };
}

/**
 * `NextAuth()` of v5 as far as a middleware goes, after `handleAuth` of next-auth 5.0.0-beta.32 (lib/index.js), which the
 * lockfile does not hold. The session is read by v4's `getToken()`, from a cookie that both sides of a test share.
 */
export function NextAuth(config: Config = {}): { auth: unknown } {
  const handle = async (request: AuthRequest, event: object, handler?: Handler): Promise<Response> => {
    const token = await getToken({ req: request });
    const auth = token && {
      user: { id: token['sub'], name: token['name'], email: token['email'], role: token['role'] },
    };
    const authorized = config.callbacks?.authorized ? await config.callbacks.authorized({ request, auth }) : true;
    let response: unknown = NextResponse.next();
    if (authorized instanceof Response) response = authorized;
    else if (handler) response = (await handler(Object.assign(request, { auth }), event)) ?? NextResponse.next();
    else if (!authorized) {
      const page = config.pages?.signIn ?? '/api/auth/signin';
      if (request.nextUrl.pathname !== page) {
        const url = request.nextUrl.clone();
        url.pathname = page;
        url.searchParams.set('callbackUrl', request.nextUrl.href);
        response = NextResponse.redirect(url);
      }
    }
    return new Response((response as Response).body, response as Response);
  };
  const auth = (first: AuthRequest | Handler, event: object) =>
    typeof first === 'function'
      ? (request: AuthRequest, own: object) => handle(request, own, first)
      : handle(first, event);
  return { auth };
}
