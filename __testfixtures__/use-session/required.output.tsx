import { useSession } from 'next-auth/react';

export function Private() {
  // TODO(authjs-clerk): use-session-required — useSession({ required }) sends a visitor to sign in; do so in an effect on isLoaded and isSignedIn
  const { data: session, status } = useSession({ required: true });
  return status === 'loading' ? null : <p>{session.user?.name}</p>;
}
