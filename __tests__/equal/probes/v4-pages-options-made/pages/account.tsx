import type { GetServerSideProps } from 'next';
import { getSession } from '@/lib/session';

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  const session = await getSession(req, res);
  if (!session) return { redirect: { destination: '/login', permanent: false } };
  return { props: { email: session.user.email ?? null } };
};

export default function Account({ email }: { email: string | null }) {
  return <p>{email}</p>;
}
