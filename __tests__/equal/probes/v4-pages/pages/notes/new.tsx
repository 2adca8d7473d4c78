import { useSession } from 'next-auth/react';
import Router from 'next/router';
import { useState } from 'react';

export default function NewNote() {
  const { data: session } = useSession({
    required: true,
    onUnauthenticated: () => {
      void Router.push('/login');
    },
  });
  const [saved, setSaved] = useState(false);
  if (!session) return <p>Loading</p>;
  const save = async () => {
    const response = await fetch('/api/notes', { method: 'POST' });
    setSaved(response.ok);
  };
  return (
    <form>
      By {session.user.email}
      <button type="button" onClick={save}>
        {saved ? 'Saved' : 'Save'}
      </button>
    </form>
  );
}
