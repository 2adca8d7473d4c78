import { auth } from '@clerk/nextjs/server'
import { send } from '@/lib/data'

export async function GET(req) {
  return Response.json(await send(await (await auth()).getToken()))
}
