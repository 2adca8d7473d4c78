import type { GetServerSideProps } from 'next';
import { getServerSession } from 'next-auth';
import { useSession } from 'next-auth/react';
import { authOptions } from '@/lib/auth';

export const getServerSideProps: GetServerSideProps = async (ctx) => {
  const session = await getServerSession(ctx.req, ctx.res, authOptions);
  return { props: { session, now: 'noon' } };
};

export default function SessionProp({ now }: { now: string }) {
  const { data: session } = useSession();
  return (
    <p>
      {session?.user?.name ?? 'visitor'} at {now}
    </p>
  );
}
