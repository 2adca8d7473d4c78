import { getServerSession } from 'next-auth';
import { expect, it, vi } from 'vitest';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));

it('loads the module anew', async () => {
  vi.resetModules();
  vi.mocked(getServerSession).mockResolvedValue(null);
  const { load } = await import('@/lib/load');
  expect(await load()).toBeNull();
});
