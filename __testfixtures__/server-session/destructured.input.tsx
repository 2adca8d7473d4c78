import { auth } from '@/auth';
import { notFound } from 'next/navigation';

export default async function Page() {
  const session = await auth();
  if (!session?.user) notFound();
  const { id, name, email } = session.user;
  return (
    <p id={id}>
      {name} {email}
    </p>
  );
}
