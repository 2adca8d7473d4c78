import type { GetServerSideProps } from 'next';
import { getSession } from 'next-auth/react';
import { load } from '@/lib/load';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const session = await getSession(context);
  if (!session?.user) return { notFound: true };
  return { props: { items: await load(session.user.id) } };
};
