import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';

export default async (req, res) => {
  const session = await getServerSession(req, res, authOptions);
  if (session) {
    res.send({ content: 'This is protected content.' });
  } else {
    res.send({ error: 'You must be signed in.' });
  }
};
