import type { GetServerSidePropsContext } from 'next';
import { getSession } from 'next-auth/react';
import { getAuth } from '@clerk/nextjs/server';

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const { isAuthenticated } = getAuth(context.req);
  if (!isAuthenticated) return { props: { locale: context.locale ?? null } };
  return { redirect: { destination: '/home', permanent: false } };
}

export async function hasUser(context: GetServerSidePropsContext) {
  const { isAuthenticated } = getAuth(context.req);
  if (isAuthenticated) return true;
  return false;
}

// It throws where nobody is signed in.
export async function unguarded(context: GetServerSidePropsContext) {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole
  const session = await getSession(context);
  if ('user' in session!) return true;
  return false;
}
