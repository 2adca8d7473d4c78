import type { NextApiResponse } from 'next';
import { withAuth, type AuthedRequest } from '@/server/with-auth';

export default withAuth(async (req: AuthedRequest, res: NextApiResponse) => {
  res.status(200).json({ id: req.user.id, name: req.user.name ?? null });
});
