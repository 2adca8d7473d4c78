import { expect, it, vi } from 'vitest';
import { GET } from '@/app/api/me/route';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));
const person = { id: 'u1', plan: 'pro' };

vi.mock('next-auth', () => ({ getServerSession: ask }));

it('answers', async () => {
  ask.mockResolvedValue({ user: person });
  expect(await (await GET()).json()).toEqual(person);
});
