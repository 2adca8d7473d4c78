import { getServerSession } from 'next-auth';
import { expect, it, vi } from 'vitest';
import { load } from '@/lib/load';

vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));

it('asks', async () => {
  vi.mocked(getServerSession).mockResolvedValue(null);
  await load();
  expect(getServerSession).toHaveBeenCalledTimes(1);
});
