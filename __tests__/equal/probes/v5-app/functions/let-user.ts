import { auth } from '@/auth';

export default async function letUser() {
  let name = 'guest';
  const session = await auth();
  if (session?.user?.name) name = session.user.name;
  else if (session?.user?.email) name = session.user.email.split('@')[0]!;
  return name;
}
