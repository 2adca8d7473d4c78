import { auth } from '@/auth';

export default async function nonNull() {
  const session = await auth();
  const email = session!.user!.email!;
  return email.toUpperCase();
}
