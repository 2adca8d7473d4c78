import type { Session } from 'next-auth';

export const Bar = ({ session }: { session: Session | null }) => <nav>{session?.user?.name ?? 'Sign in'}</nav>;
