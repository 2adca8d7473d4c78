import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';

export default async (req, res) => {
  const session = await getServerSession(req, res, authOptions);
  res.status(session ? 200 : 401).json(session);
};
