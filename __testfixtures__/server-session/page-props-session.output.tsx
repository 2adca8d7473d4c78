import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { buildClerkProps } from '@clerk/nextjs/server';
import { getSession } from '@/lib/clerk-session';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const session = await getSession(context.req);

  if (!session) {
    return { redirect: { destination: '/login', permanent: false } };
  }
  if (context.query.plain) return { props: { ...buildClerkProps(context.req), session } };
  return {
    props: {
      ...buildClerkProps(context.req),
      greeting: 'hello',
      session,
    },
  };
};

/** It is no prop of a page under another name, nor without one. */
export async function load({ req, res }: GetServerSidePropsContext) {
  const session = await getSession(req);
  return { props: { whose: session }, session };
}

export default function Page({ greeting }: { greeting: string }) {
  return <p>{greeting}</p>;
}
