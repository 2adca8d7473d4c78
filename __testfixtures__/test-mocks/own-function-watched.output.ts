import { expect, it, vi } from 'vitest';
import { GET } from '@/app/api/me/route';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock('next-auth', () => ({ getServerSession: ask }));

it('answers', async () => {
  await GET();
  expect(ask).toHaveBeenCalledWith({ providers: [] });
});
