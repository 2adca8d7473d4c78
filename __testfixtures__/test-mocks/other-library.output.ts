import { expect, it, vi } from 'vitest';
import { getSession } from 'iron-session';

vi.mock('iron-session');
vi.mock('@/lib/session', () => ({ getCurrentUser: vi.fn() }));

it('is not of Auth.js', () => {
  vi.mocked(getSession).mockResolvedValue(null as never);
  expect(getSession).not.toHaveBeenCalled();
});
