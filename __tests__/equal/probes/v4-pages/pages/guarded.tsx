import type { GetServerSideProps } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '../lib/auth';

export default function Guarded({ greeting }: { greeting: string }) {
  return <h1>{greeting}</h1>;
}

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  const session = await getServerSession(req, res, authOptions);
  if (!session) {
    return { redirect: { destination: '/login', permanent: false } };
  }
  return { props: { greeting: `Hello ${session.user.name ?? 'you'}` } };
};
