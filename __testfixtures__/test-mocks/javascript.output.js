import { mockSession } from '@/lib/clerk-session.mock';
import { load } from '../lib/load';

jest.mock('@clerk/nextjs/server', () => jest.requireActual('@/lib/clerk-session.mock'));

test('loads nothing for nobody', async () => {
  mockSession(null);
  expect(await load()).toEqual([]);
});
