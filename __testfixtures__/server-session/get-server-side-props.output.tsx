import type { GetServerSidePropsContext } from 'next';
import { getAuth } from '@clerk/nextjs/server';

export async function getServerSideProps(ctx: GetServerSidePropsContext) {
  const { isAuthenticated } = getAuth(ctx.req);
  if (!isAuthenticated) return { redirect: { destination: '/login', permanent: false } };
  return { props: {} };
}
