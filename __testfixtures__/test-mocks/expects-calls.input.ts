import { getServerSession } from 'next-auth';
import { expect, it, vi } from 'vitest';
import { authOptions } from '@/lib/auth';
import { load } from '@/lib/load';

vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));
vi.mock('@/lib/auth', () => ({ authOptions: {} }));

const mockGetServerSession = vi.mocked(getServerSession);
const person = { email: 'lou@example.com' };

it('asks', async () => {
  mockGetServerSession.mockResolvedValue({ user: { email: person.email, name: null } } as never);
  await load();
  expect(getServerSession).toHaveBeenCalledTimes(1);
  expect(getServerSession).toHaveBeenCalledWith(authOptions);
});

it('does not ask', async () => {
  vi.mocked(getServerSession).mockRejectedValueOnce(new Error('down'));
  await load('public');
  expect(getServerSession).not.toHaveBeenCalled();
});
