import type { NextApiRequest, NextApiResponse } from 'next';
import type { Session } from 'next-auth';
import { withApiSession } from '@/server/with-api-session';

export default withApiSession(async (req: NextApiRequest, res: NextApiResponse, session: Session) => {
  res.status(200).json({ method: req.method, by: session.user.email });
});
