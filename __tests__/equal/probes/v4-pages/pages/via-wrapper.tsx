import type { GetServerSideProps } from 'next';
import { getServerAuthSession } from '@/server/session';

export const getServerSideProps: GetServerSideProps = async (ctx) => {
  const session = await getServerAuthSession(ctx);
  if (!session) return { redirect: { destination: '/', permanent: false } };
  return { props: { id: session.user.id, email: session.user.email ?? null } };
};

export default function ViaWrapper({ id, email }: { id: string; email: string | null }) {
  return (
    <p>
      {id} {email}
    </p>
  );
}
