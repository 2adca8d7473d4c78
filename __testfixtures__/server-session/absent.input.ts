import type { GetServerSidePropsContext } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { log } from '@/lib/data';

// A sign-in page: whoever gets to the end has no session.
export async function getServerSideProps(context: GetServerSidePropsContext) {
  const session = await getServerSession(context.req, context.res, authOptions);
  if (session) return { redirect: { destination: '/', permanent: false } };
  return { props: { session } };
}

export async function ternary(context: GetServerSidePropsContext) {
  const session = await getServerSession(context.req, context.res, authOptions);
  return session === null ? { props: { session: session, open: true } } : { redirect: { destination: '/' } };
}

// The log sees it while somebody is signed in.
export async function before(context: GetServerSidePropsContext) {
  const session = await getServerSession(context.req, context.res, authOptions);
  log(session);
  if (session) return { redirect: { destination: '/', permanent: false } };
  return { props: {} };
}

// Somebody may be signed in without a name.
export async function unnamed(context: GetServerSidePropsContext) {
  const session = await getServerSession(context.req, context.res, authOptions);
  if (session?.user?.name) return { redirect: { destination: '/', permanent: false } };
  return { props: { session } };
}
