import { useUser } from '@clerk/nextjs';

export function Card() {
  const { user } = useUser();
  if (!user) return null;
  const name = user.fullName;
  const image = user.hasImage ? user.imageUrl : null;
  return (
    <p title={name ?? ''}>
      <img src={image ?? '/avatar.png'} alt="" /> {user.primaryEmailAddress?.emailAddress}
    </p>
  );
}
