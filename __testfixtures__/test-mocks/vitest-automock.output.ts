import { createMocks } from 'node-mocks-http';
import { beforeEach, expect, it, vi } from 'vitest';
import { mockSession } from '@/lib/clerk-session.mock';
import handler from '@/pages/api/profile';

vi.mock('@clerk/nextjs/server', () => import('@/lib/clerk-session.mock'));
vi.mock('@/lib/db');

beforeEach(() => {
  vi.clearAllMocks();
});

it('turns strangers away', async () => {
  mockSession(null);
  const { req, res } = createMocks({ method: 'GET' });
  await handler(req, res);
  expect(res._getStatusCode()).toBe(401);
});

it('answers a person', async () => {
  mockSession({
    user: { name: 'Lou' }, // no id
  });
  const { req, res } = createMocks({ method: 'GET' });
  await handler(req, res);
  expect(res._getStatusCode()).toBe(200);
});
