import { redirect } from 'next/navigation';
import { currentUser } from '@clerk/nextjs/server';

export default async function Page() {
  const user = await currentUser();
  if (!user) redirect('/login');
  return <h1>Hello {user.fullName}</h1>;
}
