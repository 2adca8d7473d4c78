import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import prisma from '@/lib/prisma';

export default async function handle(req, res) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).send({ message: 'Unauthorized' });
  const user = await prisma.user.findUnique({ where: { email: session.user.email } });
  res.json({ id: user.id, plan: user.plan });
}
