import { signIn } from '@/auth'
import { remember } from '@/lib/visits'

export async function GET(request: Request) {
  await remember(request)
  await signIn('github', { redirectTo: '/board' })
}
