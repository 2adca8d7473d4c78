import { getServerSession } from 'next-auth/next'
import { GET } from '@/app/api/me/route'

jest.mock('next-auth/next', () => ({ __esModule: true, default: jest.fn(), getServerSession: jest.fn() }))
jest.mock('next-auth')

const session = { user: { id: '7', name: 'Lou' }, expires: '2030-01-01T00:00:00.000Z' }

describe('GET', () => {
  it('is for people', async () => {
    ;(getServerSession as jest.Mock).mockResolvedValue(session)
    expect((await GET()).status).toBe(200)
    ;(getServerSession as jest.MockedFunction<typeof getServerSession>).mockResolvedValueOnce(null)
    expect((await GET()).status).toBe(401)
  })
})
