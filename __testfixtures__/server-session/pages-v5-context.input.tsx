import type { GetServerSidePropsContext } from 'next';
import { auth } from '@/auth';

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const session = await auth(context);
  return { props: { name: session?.user?.name ?? null } };
}
