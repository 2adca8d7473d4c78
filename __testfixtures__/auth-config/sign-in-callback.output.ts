import type { User } from '@/lib/clerk-session';

// TODO(authjs-clerk): auth-config-sign-in-callback — nothing calls it any more: set Clerk’s restrictions to what it decides, or call it where sessions are read
export const maySignIn = ({ user }: { user: User }) => user.email?.endsWith('@example.com') === true;
