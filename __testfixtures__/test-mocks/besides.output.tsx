import { vi } from 'vitest';

vi.mock('@clerk/nextjs', async () => ({
  ...(await import('@/lib/clerk-session.mock')).hooksBy(() => ({ data: { user: { name: 'Lou' } }, status: 'authenticated' })),
}));
