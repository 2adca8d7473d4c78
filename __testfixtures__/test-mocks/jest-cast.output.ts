import { mockSession, mockSessionOnce } from '@/lib/clerk-session.mock'
import { GET } from '@/app/api/me/route'

jest.mock('@clerk/nextjs/server', () => jest.requireActual('@/lib/clerk-session.mock'))

const session = { user: { id: '7', name: 'Lou' }, expires: '2030-01-01T00:00:00.000Z' }

describe('GET', () => {
  it('is for people', async () => {
    mockSession(session)
    expect((await GET()).status).toBe(200)
    mockSessionOnce(null)
    expect((await GET()).status).toBe(401)
  })
})
