import type { GetServerSideProps } from 'next';
import { getUserId } from '@/lib/clerk-session';
import { load } from '@/lib/load';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const userId = await getUserId(context.req);
  if (!userId) return { notFound: true };
  return { props: { items: await load(userId) } };
};
