import { useAuth } from '@clerk/nextjs';

export function useFlags(a: boolean | undefined) {
  const { isLoaded, isSignedIn } = useAuth();
  const b = a ?? (isLoaded && !isSignedIn);
  const c = (!isLoaded || isSignedIn).toString();
  const d = !(isLoaded && !isSignedIn);
  const e = `${isLoaded && !isSignedIn}`;
  return [b, c, d, e, typeof (isLoaded && !isSignedIn)];
}
