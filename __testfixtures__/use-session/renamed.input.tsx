import { useSession as useAuthSession } from 'next-auth/react';

export const Name = ({ user }: { user: string }) => {
  const { data: current, status: state } = useAuthSession();
  if (state === 'unauthenticated') return <p>{user}</p>;
  return <p>{current?.user?.name}</p>;
};
