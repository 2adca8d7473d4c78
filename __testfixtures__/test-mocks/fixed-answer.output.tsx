import { test, vi } from 'vitest';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth/react', () => ({ useSession: () => ({ data: null, status: 'unauthenticated' }) }));

test('nobody', () => {});
