import { getServerSession } from 'next-auth';
import { expect, it, vi } from 'vitest';
import { load } from '@/lib/load';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));

it('hands the session on', async () => {
  const session = { user: { id: 'a' }, expires: '' };
  vi.mocked(getServerSession).mockResolvedValue(session);
  expect((await load()).session).toBe(session);
});
