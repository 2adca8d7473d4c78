'use server';

import { cookies } from 'next/headers';
import { signOut } from '@/lib/clerk-session';

export async function leave() {
  (await cookies()).delete('cart');
  await signOut();
}
