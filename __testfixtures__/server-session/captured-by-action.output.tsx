import { auth } from '@/auth';
import { save } from '@/lib/save';

export default async function Page() {
  // TODO(authjs-clerk): session-escapes — an inline Server Action captures the profile; ask for it inside the action
  const session = await auth();
  if (!session?.user) return null;
  async function action() {
    'use server';
    await save(session!.user!.email);
  }
  return <form action={action}>{session.user.name}</form>;
}
