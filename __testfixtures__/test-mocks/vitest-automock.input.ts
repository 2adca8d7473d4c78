import { createMocks } from 'node-mocks-http';
import { beforeEach, expect, it, vi } from 'vitest';
import { getServerSession } from 'next-auth/next';
import handler from '@/pages/api/profile';

vi.mock('next-auth/next');
vi.mock('@/lib/db');

beforeEach(() => {
  vi.clearAllMocks();
});

it('turns strangers away', async () => {
  vi.mocked(getServerSession).mockResolvedValue(null);
  const { req, res } = createMocks({ method: 'GET' });
  await handler(req, res);
  expect(res._getStatusCode()).toBe(401);
});

it('answers a person', async () => {
  vi.mocked(getServerSession).mockResolvedValue({
    user: { name: 'Lou' }, // no id
  });
  const { req, res } = createMocks({ method: 'GET' });
  await handler(req, res);
  expect(res._getStatusCode()).toBe(200);
});
