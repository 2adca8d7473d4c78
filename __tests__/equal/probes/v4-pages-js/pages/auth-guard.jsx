import { useSession } from 'next-auth/react';

function Auth({ children }) {
  const { data: session, status } = useSession({ required: true });
  const isUser = !!session?.user;
  if (isUser) return children;
  return <div>{status === 'loading' ? 'Loading…' : 'never'}</div>;
}

export default function AuthGuard() {
  return (
    <Auth>
      <p>inside</p>
    </Auth>
  );
}
