import type { GetServerSideProps } from 'next';
import { getSession } from 'next-auth/react';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const session = await getSession(context);
  if (!session) return { redirect: { destination: '/api/auth/signin', permanent: false } };
  return { props: { email: session.user?.email ?? null } };
};

export default function Page({ email }: { email: string | null }) {
  return <p>{email}</p>;
}
