import type { GetServerSideProps } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export function withSessionProps(inner?: GetServerSideProps): GetServerSideProps {
  return async (context) => {
    const session = await getServerSession(context.req, context.res, authOptions);
    const result = inner ? await inner(context) : { props: {} };
    if (!('props' in result)) return result;
    return { props: { ...(await result.props), me: session?.user ?? null } };
  };
}
