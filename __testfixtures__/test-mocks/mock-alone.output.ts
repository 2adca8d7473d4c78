import { vi, it, expect } from 'vitest';
import { load } from '@/lib/load';

vi.mock('@clerk/nextjs/server', () => import('@/lib/clerk-session.mock'));

it('is for nobody', async () => {
  expect(await load()).toBeNull();
});
