import { auth } from '@acme/auth';
import { redirect } from 'next/navigation';

export default async function Guarded() {
  const session = await auth();
  if (!session?.user) redirect('/welcome');
  return <p data-id={session.user.id}>inside</p>;
}
