import { getSession } from '@/lib/clerk-session';
import { useSession } from '@/lib/clerk-session-client';
import { Plan } from '@/plan';
import { planOf } from '@/lib/plan';

jest.mock('@/lib/clerk-session', () => ({ ...jest.requireActual<typeof import('@/lib/clerk-session')>('@/lib/clerk-session'), getSession: jest.fn(), __esModule: true }));
jest.mock('@clerk/nextjs/server', () =>
  jest.requireActual<typeof import('@/lib/clerk-session.mock')>('@/lib/clerk-session.mock').signedInBy(() => jest.requireMock<typeof import('@/lib/clerk-session')>('@/lib/clerk-session').getSession()),
);
jest.mock('@/lib/clerk-session-client', () => ({ useSession: jest.fn() }));
jest.mock('@clerk/nextjs', () =>
  jest.requireActual<typeof import('@/lib/clerk-session.mock')>('@/lib/clerk-session.mock').hooksBy(() => jest.requireMock<typeof import('@/lib/clerk-session-client')>('@/lib/clerk-session-client').useSession()),
);

test('a plan', async () => {
  (getSession as jest.Mock).mockResolvedValue({ user: { id: 'u1', plan: 'pro' } });
  (useSession as jest.Mock).mockReturnValue({ data: { user: { plan: 'pro' } }, status: 'authenticated' });
  expect(await planOf()).toBe('pro');
  expect(Plan).toBeDefined();
});
