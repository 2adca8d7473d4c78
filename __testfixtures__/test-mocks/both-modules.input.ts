import { vi, it } from 'vitest';
import { getServerSession } from 'next-auth';
import { useSession } from 'next-auth/react';

vi.mock('next-auth', () => {
  return { getServerSession: vi.fn() };
});
vi.mock('next-auth/react', () => ({ useSession: vi.fn() }));

it('says who is there', () => {
  vi.mocked(getServerSession, true).mockResolvedValue({ user: { id: 'a' } } as never);
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'unauthenticated' } as never);
});
