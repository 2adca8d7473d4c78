import type { GetServerSidePropsContext } from 'next';
import { sessionOf } from '@/server/session-of';

export async function getServerSideProps(ctx: GetServerSidePropsContext) {
  const session = await sessionOf(ctx);
  return session
    ? { props: { greeting: `Hello ${session.user.name ?? session.user.email}` } }
    : { redirect: { destination: '/welcome', permanent: false } };
}

export default function SharedSession({ greeting }: { greeting: string }) {
  return <p>{greeting}</p>;
}
