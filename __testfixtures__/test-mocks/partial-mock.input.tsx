import { useSession } from 'next-auth/react';
import { test, vi } from 'vitest';

vi.mock('next-auth/react', async () => ({ ...(await vi.importActual('next-auth/react')), useSession: vi.fn() }));

test('a person', () => {
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'unauthenticated' } as never);
});
