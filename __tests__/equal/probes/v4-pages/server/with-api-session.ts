import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/auth';

type Handler = (req: NextApiRequest, res: NextApiResponse, session: Session) => Promise<void>;

export function withApiSession(handler: Handler) {
  return async (req: NextApiRequest, res: NextApiResponse) => {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({ error: 'unauthorized' });
    return handler(req, res, session);
  };
}
