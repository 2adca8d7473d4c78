import type { NextPageContext } from 'next';
import { getSession } from '@/lib/clerk-session-client';

export default function Page() {
  return <p>hi</p>;
}

Page.getInitialProps = async (context: NextPageContext) => {
  const session = await (typeof window === 'undefined' && context.req
    ? (await import('@/lib/clerk-session')).getSession(context.req)
    : getSession());
  return { signedIn: !!session };
};
