import { currentUser } from '@clerk/nextjs/server';

export default async function Page() {
  const user = await currentUser();
  if (!user) return null;
  return (
    <>
      <img src={user.hasImage ? user.imageUrl : '/avatar.png'} alt="" />
      {user.hasImage && <img src={user.imageUrl} alt="" />}
      {user.hasImage ? <img src={user.imageUrl} alt="" /> : <span>{user.fullName}</span>}
      <img src={user.imageUrl} alt="" />
      <img src={(user.hasImage ? user.imageUrl : undefined) ?? '/x.png'} alt="" />
    </>
  );
}
