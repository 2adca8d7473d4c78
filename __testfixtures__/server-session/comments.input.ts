/* The greeting. */
import { auth } from '@/auth';

export async function greet() {
  // who is it?
  const session = await auth(); // asks
  /* nobody */
  if (/* not */ !session /* yet */) return null;
  // the name
  return session /* s */.user /* u */?.name; // done
}
