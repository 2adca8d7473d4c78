import type { GetServerSidePropsContext, NextPageContext } from 'next';
import type { NextApiRequest } from 'next';
import { getSession } from '@/lib/clerk-session-client';

export default function Page() {
  return <p>hi</p>;
}

Page.getInitialProps = async (context: NextPageContext) => {
  const session = await (typeof window === 'undefined' && context.req
    ? (await import('@/lib/clerk-session')).getSession(context.req as NextApiRequest)
    : getSession());
  return { signedIn: !!session };
};

export function Other() {
  return null;
}

Other.getInitialProps = async ({ ctx }: { ctx: GetServerSidePropsContext }) => {
  return { session: await (typeof window === 'undefined' && ctx.req
    ? (await import('@/lib/clerk-session')).getSession(ctx.req)
    : getSession()) };
};
