'use server';

import { AuthError } from 'next-auth';
import { z } from 'zod';
import { signIn, signOut } from '@/auth';
import { findAccount } from '@/data/accounts';
import { HOME } from '@/routes';

const schema = z.object({ email: z.string(), password: z.string() });

export type LoginState = { error?: string };

/** Checks what was typed in. */
export async function login(_: LoginState, data: FormData): Promise<LoginState> {
  const { email, password } = schema.parse(Object.fromEntries(data));
  if (!(await findAccount(email))) return { error: 'unknown' };
  try {
    await signIn('credentials', { email, password, redirectTo: HOME });
  } catch (error) {
    if (error instanceof AuthError) return { error: error.type };
    throw error;
  }
  return {};
}

export const leave = async () => {
  await signOut({ redirectTo: '/' });
};
