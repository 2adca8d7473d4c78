import { CurrentUserProvider, useCurrentUser } from '@/parts/current-user';

function Name() {
  const { user, isLoading } = useCurrentUser();
  if (isLoading) return <i>loading</i>;
  return <b>{user?.name ?? user?.email ?? 'nobody'}</b>;
}

export default function ContextPage() {
  return (
    <CurrentUserProvider>
      <Name />
    </CurrentUserProvider>
  );
}
