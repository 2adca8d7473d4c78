import { auth } from '@/auth';
import { save } from '@/lib/save';

export default async function Page() {
  const session = await auth();
  if (!session?.user) return null;
  async function action() {
    'use server';
    await save(session!.user!.email);
  }
  return <form action={action}>{session.user.name}</form>;
}
