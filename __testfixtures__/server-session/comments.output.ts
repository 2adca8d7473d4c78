/* The greeting. */
import { currentUser } from '@clerk/nextjs/server';

export async function greet() {
  // who is it?
  const user = await currentUser(); // asks
  /* nobody */
  if (/* not */ !user /* yet */) return null;
  // the name
  return user.fullName; // done
}
