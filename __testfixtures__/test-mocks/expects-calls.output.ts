import { getServerSession } from 'next-auth';
import { expect, it, vi } from 'vitest';
import { load } from '@/lib/load';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth', () => ({ getServerSession: vi.fn() }));

it('asks', async () => {
  // TODO(authjs-clerk): session-call-as-value — getServerSession is handed on as a value
  vi.mocked(getServerSession).mockResolvedValue(null);
  await load();
  // TODO(authjs-clerk): session-call-as-value — getServerSession is handed on as a value
  expect(getServerSession).toHaveBeenCalledTimes(1);
});
