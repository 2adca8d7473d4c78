import { auth } from '@clerk/nextjs/server'
import { remember } from '@/lib/visits'

export async function GET(request: Request) {
  await remember(request)
  ;(await auth()).redirectToSignIn({ returnBackUrl: '/board' })
}
