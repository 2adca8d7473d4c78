import { signIn, useSession } from 'next-auth/react';
import { expect, test, vi } from 'vitest';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth/react', () => ({ useSession: vi.fn(), signIn: vi.fn() }));

test('signs in', () => {
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'unauthenticated' } as never);
  expect(vi.mocked(signIn).mock.calls).toEqual([]);
});
