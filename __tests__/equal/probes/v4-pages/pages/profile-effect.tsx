import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

type Profile = { name: string; email: string };

export default function ProfileEffect() {
  const session = useSession();
  const [profile, setProfile] = useState<Profile>({ name: '', email: '' });

  useEffect(() => {
    if (session.status === 'authenticated') {
      const { name, email } = session.data.user;
      setProfile({ name: name ?? '', email: email ?? '' });
    }
  }, [session]);

  return (
    <dl>
      <dd>{profile.name}</dd>
      <dd>{profile.email}</dd>
    </dl>
  );
}
