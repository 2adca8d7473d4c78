import { auth as clerkAuth } from '@clerk/nextjs/server';

export async function run(auth: () => Promise<null>) {
  const session = await auth();
  return !session;
}

export async function real() {
  const { isAuthenticated } = await clerkAuth();
  return !isAuthenticated;
}
