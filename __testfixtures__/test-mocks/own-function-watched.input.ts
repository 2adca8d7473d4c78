import { expect, it, vi } from 'vitest';
import { GET } from '@/app/api/me/route';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));

vi.mock('next-auth', () => ({ getServerSession: ask }));

it('answers', async () => {
  await GET();
  expect(ask).toHaveBeenCalledWith({ providers: [] });
});
