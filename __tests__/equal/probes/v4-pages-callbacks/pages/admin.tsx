import type { GetServerSideProps } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  const session = await getServerSession(req, res, authOptions);
  if (!session?.user.isAdmin) return { redirect: { destination: '/', permanent: false } };
  return { props: { by: session.user.email ?? null } };
};

export default function Admin({ by }: { by: string | null }) {
  return <p>Administration, {by}</p>;
}
