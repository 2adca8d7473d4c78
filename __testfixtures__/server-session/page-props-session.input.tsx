import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const session = await getServerSession(context.req, context.res, authOptions);

  if (!session) {
    return { redirect: { destination: '/login', permanent: false } };
  }
  if (context.query.plain) return { props: { session } };
  return {
    props: {
      greeting: 'hello',
      session,
    },
  };
};

/** It is no prop of a page under another name, nor without one. */
export async function load({ req, res }: GetServerSidePropsContext) {
  const session = await getServerSession(req, res, authOptions);
  return { props: { whose: session }, session };
}

export default function Page({ greeting }: { greeting: string }) {
  return <p>{greeting}</p>;
}
