import type { GetServerSideProps } from 'next';
import { getAuth } from '@clerk/nextjs/server';

export const getServerSideProps: GetServerSideProps = async (ctx) => {
  const { isAuthenticated } = getAuth(ctx.req);
  if (!isAuthenticated) return { redirect: { destination: '/login?redirect_url=%2Fdesk', permanent: false } };
  return { props: {} };
};
