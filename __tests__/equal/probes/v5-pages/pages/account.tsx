import type { GetServerSidePropsContext } from 'next';
import { auth } from '@/auth';

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const session = await auth(context);
  if (!session?.user) return { redirect: { destination: '/welcome', permanent: false } };
  return { props: { email: session.user.email ?? null } };
}

export default function Account({ email }: { email: string | null }) {
  return <p>{email}</p>;
}
