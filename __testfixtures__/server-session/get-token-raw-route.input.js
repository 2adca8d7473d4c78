import { getToken } from 'next-auth/jwt'
import { send } from '@/lib/data'

export async function GET(req) {
  return Response.json(await send(await getToken({ req, raw: true })))
}
