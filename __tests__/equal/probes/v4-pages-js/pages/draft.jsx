import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import prisma from '@/lib/prisma';

export const getServerSideProps = async ({ req, res }) => {
  const session = await getServerSession(req, res, authOptions);
  if (!session) {
    res.statusCode = 403;
    return { props: { drafts: [] } };
  }

  const user = await prisma.user.findUnique({ where: { email: session.user.email } });
  const drafts = await prisma.post.findMany({ where: { authorId: user.id, published: false } });
  return { props: { drafts: drafts.map(({ title }) => title) } };
};

export default function Drafts({ drafts }) {
  return (
    <ul>
      {drafts.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
