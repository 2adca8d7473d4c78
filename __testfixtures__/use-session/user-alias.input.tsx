import { useSession } from 'next-auth/react';

export function Card() {
  const { data } = useSession();
  const user = data?.user;
  if (!user) return null;
  const { name, image } = user;
  return (
    <p title={name ?? ''}>
      <img src={image ?? '/avatar.png'} alt="" /> {user.email}
    </p>
  );
}
