import { signIn } from 'next-auth/react';
import { useState, type ReactElement } from 'react';

interface Look {
  id: string;
  icon: ReactElement;
}

const looks: Record<string, Look> = {
  github: { id: 'github', icon: <i className="github" /> },
  google: { id: 'google', icon: <i className="google" /> },
};

const ProviderButton = ({ look }: { look: Look }) => (
  <button onClick={() => signIn(look.id, { callbackUrl: '/' })}>
    {look.icon} {look.id}
  </button>
);

function PasswordForm() {
  const [name, setName] = useState('');
  return (
    <>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={() => signIn('credentials', { name, callbackUrl: '/' })}>Go</button>
    </>
  );
}

export default function Page() {
  return (
    <main>
      <h1>Sign in</h1>
      <div>
        <PasswordForm />
        <p>or</p>
        {Object.values(looks).map((look) => (
          <ProviderButton key={look.id} look={look} />
        ))}
      </div>
    </main>
  );
}
