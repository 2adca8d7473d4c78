import { expect, it, vi } from 'vitest';

const { signIn } = vi.hoisted(() => ({ signIn: vi.fn() }));

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth/react', () => ({ useSession: () => ({ data: null, status: 'unauthenticated' }), signIn }));

it('signs in', () => expect(signIn).not.toHaveBeenCalled());
