import { auth } from '@/auth';

export async function run(auth: () => Promise<null>) {
  const session = await auth();
  return !session;
}

export async function real() {
  const session = await auth();
  return !session;
}
