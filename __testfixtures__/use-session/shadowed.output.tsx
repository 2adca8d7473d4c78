import { useUser } from '@clerk/nextjs';

export function Name() {
  const { user } = useUser();
  const inner = (session: { user: { name: string } }) => session.user.name;
  return <p title={inner({ user: { name: 'x' } })}>{user?.fullName}</p>;
}

export function Other({ useSession }: { useSession: () => { data: null } }) {
  const { data: session } = useSession();
  return <p>{session}</p>;
}
