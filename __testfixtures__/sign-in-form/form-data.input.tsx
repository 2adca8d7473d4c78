import { redirect } from 'next/navigation';
import { auth, signIn } from '@/auth';
import { attempt } from '@/lib/attempt';

export default async function Page() {
  const session = await auth();
  if (session) redirect('/desk');

  return (
    <main>
      <h1>Sign in</h1>
      <form
        action={async (fields) => {
          'use server';
          await attempt({
            run: async () => {
              await signIn('resend', fields);
            },
          });
        }}
      >
        <input name="email" type="email" required />
        <button>Send me a link</button>
      </form>
    </main>
  );
}
