'use server';

import { unstable_update } from '@/auth';

// callbacks.jwt takes the name.
export async function rename(name: string) {
  await unstable_update({ name });
}

export async function move(team: string) {
  await unstable_update({ team });
}
