import Image from 'next/image';
import { auth } from '@/auth';

export default async function Page() {
  const session = await auth();
  if (!session?.user) return null;
  return session.user.image ? (
    <Image src={session.user.image} alt={session.user.name ?? 'Your picture'} width={32} height={32} />
  ) : (
    <span>{session.user.name?.[0] ?? session.user.email?.[0]}</span>
  );
}
