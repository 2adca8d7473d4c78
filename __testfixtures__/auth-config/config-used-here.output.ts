import type { NextAuthOptions } from 'next-auth';

// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export const authOptions: NextAuthOptions = {
  providers: [],
  pages: { signIn: '/login' },
};

export function loginPath() {
  return authOptions.pages?.signIn ?? '/login';
}
