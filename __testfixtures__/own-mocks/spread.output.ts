import { expect, it, vi } from 'vitest';

vi.mock('@/server/auth', async () => {
  const rest = await import('./rest');
  return { ...rest, currentPlan: () => 'pro' };
});

it('shows the plan', async () => {
  const { planOf } = await import('../plan');
  expect(planOf()).toBe('pro');
});
