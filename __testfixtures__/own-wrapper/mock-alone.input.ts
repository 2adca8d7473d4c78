import { expect, it, vi } from 'vitest';

const mocks = vi.hoisted(() => ({ auth: vi.fn() }));

vi.mock('@/auth', () => ({ auth: mocks.auth }));

it('asks', async () => {
  const { load } = await import('@/lib/load');
  mocks.auth.mockResolvedValue(null);
  expect(await load()).toBeNull();
});
