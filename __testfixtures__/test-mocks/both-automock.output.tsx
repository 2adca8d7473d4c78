import { getSession } from '@/lib/clerk-session'
import { useSession } from '@/lib/clerk-session-client'
import { it, vi } from 'vitest'

vi.mock('@/lib/clerk-session', async (importOriginal) => ({ ...(await importOriginal<typeof import('@/lib/clerk-session')>()), getSession: vi.fn() }))
vi.mock('@clerk/nextjs/server', async () =>
  (await import('@/lib/clerk-session.mock')).signedInBy(async () => (await import('@/lib/clerk-session')).getSession()),
)
vi.mock('@/lib/clerk-session-client', () => ({ useSession: vi.fn() }))
vi.mock('@clerk/nextjs', async () =>
  (await import('@/lib/clerk-session.mock')).hooksBy((await import('@/lib/clerk-session-client')).useSession),
)

it('is for Lou', async () => {
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'loading', update: vi.fn() })
  vi.mocked(getSession).mockResolvedValue(null)
})
