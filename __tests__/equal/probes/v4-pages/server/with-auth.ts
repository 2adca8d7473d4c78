import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/auth';

export interface AuthedRequest extends NextApiRequest {
  user: Session['user'];
}

export const withAuth =
  (handler: (req: AuthedRequest, res: NextApiResponse) => Promise<void>) =>
  async (req: NextApiRequest, res: NextApiResponse) => {
    const session = await getServerSession(req, res, authOptions);
    if (!session?.user) {
      return res.status(401).json({ error: 'unauthorized' });
    }
    const authed = Object.assign(req, { user: session.user });
    return handler(authed, res);
  };
