import { vi } from 'vitest';

vi.mock('@clerk/nextjs', async () => {
  const { hooksBy } = await import('@/lib/clerk-session.mock');
  return hooksBy(() => ({ data: { user: { name: 'Lou' } }, status: 'authenticated' }));
});
