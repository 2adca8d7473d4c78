'use server';

import { cookies } from 'next/headers';
import { signOut } from '@/auth';

export async function leave() {
  (await cookies()).delete('cart');
  await signOut();
}
