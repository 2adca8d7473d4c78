import { auth } from '@/auth';

export default async function Page() {
  const session = await auth();
  if (!session?.user) return null;
  const { user } = session;
  return (
    <>
      <img src={user.image ?? '/avatar.png'} alt="" />
      {user.image && <img src={user.image} alt="" />}
      {user.image ? <img src={user.image} alt="" /> : <span>{user.name}</span>}
      <img src={user.image!} alt="" />
      <img src={(user.image || undefined) ?? '/x.png'} alt="" />
    </>
  );
}
