import { expect, it, vi } from 'vitest'
import { load } from './load'

const { auth } = vi.hoisted(() => ({ auth: vi.fn() }))

vi.mock('@/auth', () => ({ auth }))

it('loads for whoever is signed in', async () => {
  auth.mockResolvedValue({ user: { email: 'lou@example.com' } })
  expect(await load()).toBe('lou@example.com')
})
