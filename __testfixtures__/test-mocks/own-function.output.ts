import { beforeEach, expect, it, vi } from 'vitest';
import { GET } from '@/app/api/me/route';

const mocks = vi.hoisted(() => ({ getServerSession: vi.fn(), find: vi.fn() }));

vi.mock('@clerk/nextjs/server', async () =>
  (await import('@/lib/clerk-session.mock')).signedInBy((...args: unknown[]) => mocks.getServerSession(...args)),
);
vi.mock('@/lib/rows', () => ({ find: mocks.find }));

beforeEach(() => mocks.getServerSession.mockResolvedValue(null));

it('answers', async () => {
  mocks.getServerSession.mockResolvedValue({ user: { id: 'u1' } });
  expect((await GET()).status).toBe(200);
  expect(mocks.getServerSession).toHaveBeenCalledTimes(1);
  expect(mocks.find).toHaveBeenCalledWith('u1');
});

it('turns away', async () => {
  expect((await GET()).status).toBe(401);
  expect(mocks.find).not.toHaveBeenCalled();
});
