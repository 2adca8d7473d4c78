import type { Door, Session } from 'next-auth';

export const opens = (session: Session | null, door: Door): boolean =>
  door === 'board' && session?.user.role === 'admin';
