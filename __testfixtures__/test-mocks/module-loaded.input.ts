import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));

beforeEach(() => vi.resetModules());

it('is for Lou', async () => {
  const { getServerSession } = await import('next-auth');
  vi.mocked(getServerSession).mockResolvedValue({ user: { id: 'u1' } } as never);
  const { load } = await import('@/lib/load');
  await load();
  expect(getServerSession).toHaveBeenCalledOnce();
});
