'use client';

import { SignInButton, useClerk, useSignIn } from '@clerk/nextjs';
import { useState } from 'react';

export function Corner() {
  const { signIn } = useSignIn();
  const { redirectToSignIn } = useClerk();
  const [failed, setFailed] = useState(false);
  return (
    <aside>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          let answer = await signIn.password({
            emailAddress: String(data.get('email')),
            password: String(data.get('password')),
          });
          if (!answer.error && signIn.status !== 'complete') return void redirectToSignIn();
          if (!answer.error) answer = await signIn.finalize();
          setFailed(answer.error ? true : false);
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
      <SignInButton forceRedirectUrl="/board"><button>GitHub</button></SignInButton>
      <ul>
        {['google', 'gitlab'].map((id) => (
          <li
            key={id}
            onClick={() => {
              setFailed(false);
              void redirectToSignIn();
            }}
          >
            {id}
          </li>
        ))}
      </ul>
    </aside>
  );
}
