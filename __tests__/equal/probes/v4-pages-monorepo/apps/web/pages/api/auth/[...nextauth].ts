import NextAuth from 'next-auth';
import { NEXT_AUTH_OPTIONS } from '@acme/lib/auth-options';

export default NextAuth(NEXT_AUTH_OPTIONS);
