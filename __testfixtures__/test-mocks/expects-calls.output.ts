import { sessionMock } from '@/lib/clerk-session.mock';
import { expect, it, vi } from 'vitest';
import { load } from '@/lib/load';

vi.mock('@clerk/nextjs/server', () => import('@/lib/clerk-session.mock'));

const mockGetServerSession = vi.mocked(sessionMock);
const person = { email: 'lou@example.com' };

it('asks', async () => {
  mockGetServerSession.mockResolvedValue({ user: { email: person.email, name: null } } as never);
  await load();
  expect(sessionMock).toHaveBeenCalledTimes(1);
  expect(sessionMock).toHaveBeenCalledWith();
});

it('does not ask', async () => {
  vi.mocked(sessionMock).mockRejectedValueOnce(new Error('down'));
  await load('public');
  expect(sessionMock).not.toHaveBeenCalled();
});
