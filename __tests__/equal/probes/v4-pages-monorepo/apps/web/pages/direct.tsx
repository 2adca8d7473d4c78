import type { GetServerSideProps } from 'next';
import { getServerSession } from 'next-auth';
import { NEXT_AUTH_OPTIONS } from '@acme/lib/auth-options';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const session = await getServerSession(context.req, context.res, NEXT_AUTH_OPTIONS);
  return { props: { id: session?.user.id ?? null } };
};

export default function Direct({ id }: { id: string | null }) {
  return <p>{id ?? 'nobody'}</p>;
}
