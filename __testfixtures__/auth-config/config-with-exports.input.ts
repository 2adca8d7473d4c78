import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { NextAuthOptions } from 'next-auth';
import GithubProvider from 'next-auth/providers/github';
import { db } from '@/lib/db';
import { pepper } from '@/lib/pepper';

const THIRTY_DAYS = 30 * 24 * 60 * 60;
const ROUNDS = 12;

// What signs people in.
export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(db),
  session: { strategy: 'jwt', maxAge: THIRTY_DAYS },
  providers: [GithubProvider({ clientId: '', clientSecret: '' })],
};

/** Hashes a password. */
export async function hash(password: string): Promise<string> {
  return `${password}:${pepper}:${ROUNDS}`;
}
