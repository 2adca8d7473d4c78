import { getToken } from 'next-auth/jwt'
import { NextResponse } from 'next/server'

export default async function middleware(req) {
  // TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
  const token = await getToken({ req, raw: true })
  return NextResponse.next({ headers: { 'x-token': token } })
}
