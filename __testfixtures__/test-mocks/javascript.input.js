import { getServerSession } from 'next-auth';
import { load } from '../lib/load';

jest.mock('next-auth');

test('loads nothing for nobody', async () => {
  getServerSession.mockResolvedValue(null);
  expect(await load()).toEqual([]);
});
