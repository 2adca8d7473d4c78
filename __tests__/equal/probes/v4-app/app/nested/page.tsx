import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

async function Sidebar() {
  const session = await getServerSession(authOptions);
  if (!session) return null;
  return <aside>{session.user?.email}</aside>;
}

async function Title() {
  const session = await getServerSession(authOptions);
  return <h1>{session ? 'Your desk' : 'A desk'}</h1>;
}

export default function Nested() {
  return (
    <>
      <Title />
      <Sidebar />
    </>
  );
}
