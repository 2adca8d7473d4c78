import { getServerSession } from 'next-auth/next';
import { useSession } from 'next-auth/react';
import { Plan } from '@/plan';
import { planOf } from '@/lib/plan';

jest.mock('next-auth/next', () => ({ getServerSession: jest.fn(), __esModule: true }));
jest.mock('next-auth/react', () => ({ signIn: jest.fn(), useSession: jest.fn(), signOut: jest.fn() }));

test('a plan', async () => {
  (getServerSession as jest.Mock).mockResolvedValue({ user: { id: 'u1', plan: 'pro' } });
  (useSession as jest.Mock).mockReturnValue({ data: { user: { plan: 'pro' } }, status: 'authenticated' });
  expect(await planOf()).toBe('pro');
  expect(Plan).toBeDefined();
});
