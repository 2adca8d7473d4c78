import type { GetServerSideProps } from 'next';
import { auth } from '@/auth';
import { prisma } from '@/lib/prisma';

export const getServerSideProps: GetServerSideProps = async (ctx) => {
  const session = await auth(ctx);
  const userId = session?.user?.id;
  if (!userId) return { notFound: true };
  return { props: { count: await prisma.post.count({ where: { authorId: userId } }) } };
};

export default function Notes({ count }: { count: number }) {
  return <p>{count} notes</p>;
}
