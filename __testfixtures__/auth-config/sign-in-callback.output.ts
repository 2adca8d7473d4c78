import type { User } from '@/lib/clerk-session';

// TODO(authjs-clerk): auth-config-sign-in-callback — nothing calls it any more: set Clerk’s restrictions to what it decides, or call it where sessions are read
export const signInCheck = {
    signIn: ({ user }) => user.email?.endsWith('@example.com') === true,
} satisfies { signIn(params: { user: User }): unknown };
