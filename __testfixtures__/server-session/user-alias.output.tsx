import { currentUser } from '@clerk/nextjs/server';

export default async function Page() {
  const user = await currentUser();
  if (!user) return null;
  return (
    <p>
      {user.fullName ?? 'friend'} <img src={user.hasImage ? user.imageUrl : '/avatar.png'} alt="" />
    </p>
  );
}
