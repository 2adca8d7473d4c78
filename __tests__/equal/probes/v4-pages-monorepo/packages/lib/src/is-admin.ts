import type { Session } from 'next-auth';

const ADMINS = new Set(['grace@example.com']);

export const isAdmin = (session: Session | null) => ADMINS.has(session?.user?.email ?? '');
