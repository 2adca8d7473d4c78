import { vi, it, expect } from 'vitest';
import { load } from '@/lib/load';

vi.mock('next-auth/next');

it('is for nobody', async () => {
  expect(await load()).toBeNull();
});
