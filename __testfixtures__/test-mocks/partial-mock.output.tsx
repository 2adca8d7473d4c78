import { useSession } from 'next-auth/react';
import { test, vi } from 'vitest';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth/react', async () => ({ ...(await vi.importActual('next-auth/react')), useSession: vi.fn() }));

test('a person', () => {
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'unauthenticated' } as never);
});
