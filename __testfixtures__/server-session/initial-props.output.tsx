import type { NextPageContext } from 'next';
import { getSession } from 'next-auth/react';

export default function Page() {
  return <p>hi</p>;
}

Page.getInitialProps = async (context: NextPageContext) => {
  // TODO(authjs-clerk): session-call-arguments — getInitialProps runs in the browser too, where Clerk has no request to read
  const session = await getSession(context);
  return { signedIn: !!session };
};
