import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Landing() {
  const session = await getServerSession(authOptions);
  return (
    <main>
      {session ? <a href="/notes">Your notes</a> : <a href="/login">Sign in</a>}
      <p>{session?.user?.email}</p>
      {session?.user?.image && <img src={session.user.image} alt="" />}
    </main>
  );
}
