import { getServerSession } from 'next-auth/next';
import { authOptions } from './options';

export interface Session {
  user: { id: string; name?: string | null; email: string; plan?: string };
}

export const getSession = async () => {
  return getServerSession(authOptions) as Promise<Session | null>;
};
