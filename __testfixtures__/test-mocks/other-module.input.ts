import NextAuth from 'next-auth';
import { expect, it, vi } from 'vitest';

vi.mock('next-auth', () => ({ default: vi.fn() }));

it('sets Auth.js up', () => {
  expect(NextAuth).toBeDefined();
});
