import type { GetServerSidePropsContext } from 'next';
import { requireAuth } from '@/server/require-auth';

export const getServerSideProps = requireAuth(async (ctx: GetServerSidePropsContext) => {
  return { props: { path: ctx.resolvedUrl } };
});

export default function WithAuth({ path }: { path: string }) {
  return <p>{path}</p>;
}
