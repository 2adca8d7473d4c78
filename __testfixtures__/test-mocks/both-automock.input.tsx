import { useSession } from 'next-auth/react'
import { getServerSession } from 'next-auth/next'
import { it, vi } from 'vitest'

vi.mock('next-auth/next')
vi.mock('next-auth/react')

it('is for Lou', async () => {
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'loading', update: vi.fn() })
  vi.mocked(getServerSession).mockResolvedValue(null)
})
