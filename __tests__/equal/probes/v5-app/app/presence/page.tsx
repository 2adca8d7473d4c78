import { auth } from '@/auth';
import { SignedOut } from '@/parts/signed-out';

export default async function Presence() {
  const isSignedIn = !!(await auth());
  return isSignedIn ? <p>members only</p> : <SignedOut />;
}
