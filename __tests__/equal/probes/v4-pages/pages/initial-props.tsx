import type { NextPageContext } from 'next';
import { getSession } from 'next-auth/react';

interface Props {
  email: string | null;
}

export default function Page({ email }: Props) {
  return <p>{email ?? 'nobody'}</p>;
}

Page.getInitialProps = async (ctx: NextPageContext): Promise<Props> => {
  const session = await getSession(ctx);
  return { email: session?.user?.email ?? null };
};
