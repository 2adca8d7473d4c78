import { useEffect, useMemo } from 'react';
import { useUser } from '@clerk/nextjs';

declare function track(value?: string | null): void;

export function Tracker() {
  const { isLoaded, isSignedIn, user } = useUser();
  useEffect(() => {
    if (isSignedIn) track(user.primaryEmailAddress?.emailAddress);
  }, [isSignedIn, user]);
  useEffect(() => {
    if (user?.primaryEmailAddress?.emailAddress) track(user.primaryEmailAddress?.emailAddress);
  }, [user?.primaryEmailAddress?.emailAddress, user?.fullName]);
  useEffect(() => {
    track('changed');
  }, [isLoaded, isSignedIn]);
  return useMemo(() => <p>{user?.fullName}</p>, [user]);
}
