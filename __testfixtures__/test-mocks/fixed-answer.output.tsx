import { test, vi } from 'vitest';

vi.mock('@clerk/nextjs', async () =>
  (await import('@/lib/clerk-session.mock')).hooksBy(() => ({ data: null, status: 'unauthenticated' })),
);

test('nobody', () => {});
