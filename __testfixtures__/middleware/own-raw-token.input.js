import { getToken } from 'next-auth/jwt'
import { NextResponse } from 'next/server'

export default async function middleware(req) {
  const token = await getToken({ req, raw: true })
  return NextResponse.next({ headers: { 'x-token': token } })
}
