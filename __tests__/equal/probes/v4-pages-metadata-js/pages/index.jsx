import { useSession } from 'next-auth/react';

export default function Home() {
  const { data: session } = useSession();
  if (!session) return <p>Welcome</p>;
  return <p>{session.user.role === 'admin' ? 'You may do everything' : `Hello, ${session.user.name}`}</p>;
}
