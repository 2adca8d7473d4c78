import { vi, it } from 'vitest';
import { mockSession, mockUseSession } from '@/lib/clerk-session.mock';

vi.mock('@clerk/nextjs/server', () => import('@/lib/clerk-session.mock'));
vi.mock('@clerk/nextjs', () => import('@/lib/clerk-session.mock'));

it('says who is there', () => {
  mockSession({ user: { id: 'a' } } as never);
  mockUseSession({ data: null, status: 'unauthenticated' } as never);
});
