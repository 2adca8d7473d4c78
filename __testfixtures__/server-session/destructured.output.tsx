import { currentUser } from '@clerk/nextjs/server';
import { notFound } from 'next/navigation';

export default async function Page() {
  const user = await currentUser();
  if (!user) notFound();
  const id = user.id;
  const name = user.fullName;
  const email = user.primaryEmailAddress?.emailAddress;
  return (
    <p id={id}>
      {name} {email}
    </p>
  );
}
