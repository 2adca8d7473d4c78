import { useSession } from 'next-auth/react';

declare function Avatar(props: { src?: string | null }): null;

export function Picture() {
  const { data: session } = useSession();
  return (
    <>
      <img src={session?.user?.image ?? '/avatar.png'} alt="" />
      {session?.user?.image && <img src={session.user.image} alt="" />}
      <Avatar src={session?.user?.image} />
    </>
  );
}
