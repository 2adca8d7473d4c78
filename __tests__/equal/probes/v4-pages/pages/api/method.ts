import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

export default async function handler(request: NextApiRequest, response: NextApiResponse) {
  const session = await getServerSession(request, response, authOptions);
  switch (request.method) {
    case 'GET':
      return response.status(200).json({ count: await prisma.post.count() });
    case 'POST': {
      if (!session) return response.status(401).json({ error: 'unauthorized' });
      const { user } = session;
      await prisma.audit.create({ data: { userId: user.id, email: user.email } });
      return response.status(200).json({ by: user.name });
    }
    default:
      return response.status(405).end();
  }
}
