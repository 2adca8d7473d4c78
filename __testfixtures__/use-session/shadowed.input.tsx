import { useSession } from 'next-auth/react';

export function Name() {
  const { data: session } = useSession();
  const inner = (session: { user: { name: string } }) => session.user.name;
  return <p title={inner({ user: { name: 'x' } })}>{session?.user?.name}</p>;
}

export function Other({ useSession }: { useSession: () => { data: null } }) {
  const { data: session } = useSession();
  return <p>{session}</p>;
}
