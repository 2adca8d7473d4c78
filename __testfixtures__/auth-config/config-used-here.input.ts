import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [],
  pages: { signIn: '/login' },
};

export function loginPath() {
  return authOptions.pages?.signIn ?? '/login';
}
