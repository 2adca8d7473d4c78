'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';

export function Corner() {
  const [failed, setFailed] = useState(false);
  return (
    <aside>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const answer = await signIn('credentials', {
            email: data.get('email'),
            password: data.get('password'),
            redirect: false,
          });
          setFailed(answer?.status !== 200 ? true : false);
          if (answer === undefined) return console.warn(JSON.stringify(answer));
          if (!answer || answer.error) return;
          location.reload();
        }}
      >
        <input name="email" />
        <input name="password" type="password" />
        <button>Enter</button>
        {failed && <p>No</p>}
      </form>
      <button onClick={() => signIn('github', { callbackUrl: '/board' })}>GitHub</button>
      <ul>
        {['google', 'gitlab'].map((id) => (
          <li
            key={id}
            onClick={() => {
              setFailed(false);
              void signIn(id);
            }}
          >
            {id}
          </li>
        ))}
      </ul>
    </aside>
  );
}
