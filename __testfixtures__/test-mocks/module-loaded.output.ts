import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('@/lib/clerk-session', () => ({ getSession: vi.fn() }));

beforeEach(() => vi.resetModules());

it('is for Lou', async () => {
  const { getSession } = await import('@/lib/clerk-session');
  vi.mocked(getSession).mockResolvedValue({ user: { id: 'u1' } } as never);
  const { load } = await import('@/lib/load');
  await load();
  expect(getSession).toHaveBeenCalledOnce();
});
