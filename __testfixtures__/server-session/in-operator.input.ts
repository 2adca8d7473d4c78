import type { GetServerSidePropsContext } from 'next';
import { getSession } from 'next-auth/react';

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const session = await getSession(context);
  if (!session || !('user' in session) || !session.user) return { props: { locale: context.locale ?? null } };
  return { redirect: { destination: '/home', permanent: false } };
}

export async function hasUser(context: GetServerSidePropsContext) {
  const session = await getSession(context);
  if (session && 'user' in session) return true;
  return false;
}

// It throws where nobody is signed in.
export async function unguarded(context: GetServerSidePropsContext) {
  const session = await getSession(context);
  if ('user' in session!) return true;
  return false;
}
