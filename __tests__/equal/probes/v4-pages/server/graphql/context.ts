import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

export interface Context {
  user: Session['user'] | undefined;
  prisma: typeof prisma;
}

export async function createContext(req: NextApiRequest, res: NextApiResponse): Promise<Context> {
  const session = await getServerSession(req, res, authOptions);
  return { user: session?.user, prisma };
}
