import type { GetServerSidePropsContext, NextPageContext } from 'next';
import { getSession } from 'next-auth/react';

export default function Page() {
  return <p>hi</p>;
}

Page.getInitialProps = async (context: NextPageContext) => {
  const session = await getSession(context);
  return { signedIn: !!session };
};

export function Other() {
  return null;
}

Other.getInitialProps = async ({ ctx }: { ctx: GetServerSidePropsContext }) => {
  return { session: await getSession({ req: ctx.req }) };
};
