import type { ReactNode } from 'react';
import { vi } from 'vitest';

vi.mock('next-auth/react', () => ({
  useSession: () => ({ data: { user: { name: 'Lou' } }, status: 'authenticated' }),
  signOut: vi.fn().mockResolvedValue(undefined),
  SessionProvider: ({ children }: { children: ReactNode }) => children,
}));
