import NextAuth from 'next-auth';
import { expect, it, vi } from 'vitest';

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth', () => ({ default: vi.fn() }));

it('sets Auth.js up', () => {
  expect(NextAuth).toBeDefined();
});
