import type { GetServerSideProps } from 'next';
import { getServerSession } from '@acme/lib/get-server-session';
import { prisma } from '@acme/prisma';

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  const { user } = await getServerSession({ req, res });
  if (!user) return { redirect: { destination: '/welcome', permanent: false } };
  return { props: { count: await prisma.post.count({ where: { authorId: user.id } }) } };
};

export default function Documents({ count }: { count: number }) {
  return <p>{count}</p>;
}
