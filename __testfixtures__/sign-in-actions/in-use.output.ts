'use server';

import { AuthError } from 'next-auth';
import { z } from 'zod';
import { signIn } from '@/auth';
import { findAccount } from '@/data/accounts';
import { HOME } from '@/routes';

const schema = z.object({ email: z.string(), password: z.string() });

export type LoginState = { error?: string };

/** Checks what was typed in. */
export async function login(_: LoginState, data: FormData): Promise<LoginState> {
  const { email, password } = schema.parse(Object.fromEntries(data));
  if (!(await findAccount(email))) return { error: 'unknown' };
  try {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    await signIn('credentials', { email, password, redirectTo: HOME });
  } catch (error) {
    // TODO(authjs-clerk): auth-error — an error that only Auth.js throws; Clerk’s calls return { error }
    if (error instanceof AuthError) return { error: error.type };
    throw error;
  }
  return {};
}
