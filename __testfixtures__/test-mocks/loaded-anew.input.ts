import { getServerSession } from 'next-auth';
import { expect, it, vi } from 'vitest';

vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));

it('loads the module anew', async () => {
  vi.resetModules();
  vi.mocked(getServerSession).mockResolvedValue(null);
  const { load } = await import('@/lib/load');
  expect(await load()).toBeNull();
});
