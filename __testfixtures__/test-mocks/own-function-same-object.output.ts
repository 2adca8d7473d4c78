import { expect, it, vi } from 'vitest';
import { GET } from '@/app/api/me/route';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));
const person = { id: 'u1', plan: 'pro' };

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth', () => ({ getServerSession: ask }));

it('answers', async () => {
  ask.mockResolvedValue({ user: person });
  expect(await (await GET()).json()).toEqual(person);
});
