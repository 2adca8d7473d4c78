import { auth, signIn, signOut } from '@/auth';

export default async function SignForm() {
  const session = await auth();
  if (session)
    return (
      <form
        action={async () => {
          'use server';
          await signOut({ redirectTo: '/' });
        }}
      >
        <button>Sign out {session.user?.name}</button>
      </form>
    );
  return (
    <form
      action={async () => {
        'use server';
        await signIn('github', { redirectTo: '/home' });
      }}
    >
      <button>Sign in</button>
    </form>
  );
}
