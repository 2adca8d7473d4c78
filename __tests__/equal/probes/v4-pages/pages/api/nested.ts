import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';

const post = async (req: NextApiRequest, res: NextApiResponse, userId: string) => {
  res.status(200).json({ userId, title: req.body.title });
};

const handler: NextApiHandler = async (req, res) => {
  const session = await getServerSession(req, res, authOptions);
  if (!session?.user) return res.status(401).json('who are you?');
  if (req.method === 'POST') return post(req, res, session.user.id);
  res.status(200).json({ email: session.user.email, hasName: !!session.user.name });
};

export default handler;
