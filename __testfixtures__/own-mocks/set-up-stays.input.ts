import { expect, it, vi } from 'vitest';

vi.mock('@/server/auth', () => ({ currentPlan: () => 'pro' }));

it('shows the plan', async () => {
  const { planOf } = await import('../plan');
  expect(planOf()).toBe('pro');
});
