import type { Session } from 'next-auth';

export function Card({ session }: { session: Session | null }) {
  return <p>{session ? `${session.user.name} <${session.user.email}>` : 'nobody'}</p>;
}
