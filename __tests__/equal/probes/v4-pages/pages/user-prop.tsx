import type { GetServerSidePropsContext, InferGetServerSidePropsType } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';

export async function getServerSideProps({ req, res }: GetServerSidePropsContext) {
  const session = await getServerSession(req, res, authOptions);
  return { props: { me: session?.user ?? null } };
}

export default function UserProp({ me }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return <p>{me ? `${me.name ?? 'unnamed'} ${me.email} ${me.id}` : 'nobody'}</p>;
}
