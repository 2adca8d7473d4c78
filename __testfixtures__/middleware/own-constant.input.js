import { getToken } from 'next-auth/jwt'
import { NextResponse } from 'next/server'

const middleware = async req => {
  const token = await getToken({ req, secureCookie: true })
  return token ? NextResponse.next() : NextResponse.redirect(new URL('/login', req.url))
}

export default middleware
