'use server';

import { unstable_update } from '@/auth';

// callbacks.jwt takes the name.
export async function rename(name: string) {
  // TODO(authjs-clerk): session-update — callbacks.jwt takes this data into the token: change the row or the public metadata that it comes from now
  await unstable_update({ name });
}

export async function move(team: string) {
}
