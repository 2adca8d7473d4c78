import type { GetServerSidePropsContext } from 'next';
import { getUser } from '@/lib/clerk-session';

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const user = await getUser(context.req);
  return { props: { name: user?.fullName ?? null } };
}
