import { auth } from '@/auth';

export default async function Page() {
  const session = await auth();
  const user = session?.user;
  if (!user) return null;
  return (
    <p>
      {user.name ?? 'friend'} <img src={user.image ?? '/avatar.png'} alt="" />
    </p>
  );
}
