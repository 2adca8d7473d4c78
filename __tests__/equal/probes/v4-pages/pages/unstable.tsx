import type { GetServerSideProps } from 'next';
import { unstable_getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  const session = await unstable_getServerSession(req, res, authOptions);
  return { props: { isMember: !!session, image: session?.user?.image ?? null } };
};

export default function Unstable({ isMember, image }: { isMember: boolean; image: string | null }) {
  return <p>{isMember ? (image ?? 'no picture') : 'join us'}</p>;
}
