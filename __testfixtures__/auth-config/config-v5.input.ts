import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

const SCOPES = ['read:user'];

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub({ authorization: { params: { scope: SCOPES.join(' ') } } })],
});
