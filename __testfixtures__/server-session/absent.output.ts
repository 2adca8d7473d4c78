import type { GetServerSidePropsContext } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { log } from '@/lib/data';
import { getAuth } from '@clerk/nextjs/server';

// A sign-in page: whoever gets to the end has no session.
export async function getServerSideProps(context: GetServerSidePropsContext) {
  const { isAuthenticated } = getAuth(context.req);
  if (isAuthenticated) return { redirect: { destination: '/', permanent: false } };
  return { props: { session: null } };
}

export async function ternary(context: GetServerSidePropsContext) {
  const { isAuthenticated } = getAuth(context.req);
  return !isAuthenticated ? { props: { session: null, open: true } } : { redirect: { destination: '/' } };
}

// The log sees it while somebody is signed in.
export async function before(context: GetServerSidePropsContext) {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole; the app’s sessions hold fields of its own: user.role
  const session = await getServerSession(context.req, context.res, authOptions);
  log(session);
  if (session) return { redirect: { destination: '/', permanent: false } };
  return { props: {} };
}

// Somebody may be signed in without a name.
export async function unnamed(context: GetServerSidePropsContext) {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole; the app’s sessions hold fields of its own: user.role
  const session = await getServerSession(context.req, context.res, authOptions);
  if (session?.user?.name) return { redirect: { destination: '/', permanent: false } };
  return { props: { session } };
}
