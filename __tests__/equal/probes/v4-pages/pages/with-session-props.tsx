import type { Session } from 'next-auth';
import { withSessionProps } from '@/server/with-session-props';

export const getServerSideProps = withSessionProps();

export default function WithSessionProps({ me }: { me: Session['user'] | null }) {
  return <p>{me?.email ?? 'nobody'}</p>;
}
