import { useUser } from '@clerk/nextjs';

declare function Avatar(props: { src?: string | null }): null;

export function Picture() {
  const { user } = useUser();
  return (
    <>
      <img src={user?.hasImage ? user.imageUrl : '/avatar.png'} alt="" />
      {user?.hasImage && <img src={user.imageUrl} alt="" />}
      <Avatar src={user?.imageUrl} />
    </>
  );
}
