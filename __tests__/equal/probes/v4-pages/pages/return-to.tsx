import type { GetServerSideProps } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

export const getServerSideProps: GetServerSideProps = async ({ req, res, resolvedUrl, query }) => {
  const session = await getServerSession(req, res, authOptions);
  const note = await prisma.post.findUnique({ where: { id: query.id as string } });
  if (!session && !note?.published)
    return { redirect: { destination: `/welcome?to=${encodeURIComponent(resolvedUrl)}`, permanent: false } };
  const isOwner = note?.authorId === session?.user.id;
  return { props: { title: note?.title ?? null, isOwner } };
};

export default function Note({ title, isOwner }: { title: string | null; isOwner: boolean }) {
  return (
    <h1>
      {title} {isOwner ? '(yours)' : ''}
    </h1>
  );
}
