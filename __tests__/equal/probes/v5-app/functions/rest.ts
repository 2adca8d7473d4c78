import { auth } from '@/auth';

export default async function rest() {
  const session = await auth();
  if (!session?.user) return {};
  const { image, ...others } = session.user;
  return others;
}
