import { getToken } from "next-auth/jwt";
import { NextResponse } from "next/server";
import type { NextFetchEvent, NextRequest } from "next/server";

export default async function middleware(
  req: NextRequest,
  event: NextFetchEvent,
) {
  if ((await getToken({ req })) === null) {
    return NextResponse.json({ message: "unauthorized" }, { status: 401 });
  }
  event.waitUntil(Promise.resolve());
}

export const config = { matcher: "/api/private/:path*" };
