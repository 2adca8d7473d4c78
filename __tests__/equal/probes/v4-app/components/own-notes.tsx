'use client';

import { useSession } from 'next-auth/react';

const NOTES = [
  { id: 1, authorId: 'u_ada', text: 'engine' },
  { id: 2, authorId: 'u_grace', text: 'compiler' },
];

export default function OwnNotes() {
  const { data: session } = useSession();
  return (
    <ul>
      {NOTES.map((note) => (
        <li key={note.id}>
          {note.text} {session?.user.id === note.authorId && <button>Edit</button>}
        </li>
      ))}
    </ul>
  );
}
