import { SignInButton } from '@clerk/nextjs';
import { getProviders } from 'next-auth/react';
import { useEffect, useState } from 'react';

export function Menu() {
  const [providers, setProviders] = useState({});
  useEffect(() => {
    // TODO(authjs-clerk): sign-in-page-data — only a sign-in page made for Auth.js needs it; <SignIn/> takes its place
    getProviders().then(setProviders);
  }, []);
  return (
    <ul>
      {Object.values(providers).map((provider) => (
        <li key={provider.id}>
          <SignInButton><button>{provider.name}</button></SignInButton>
        </li>
      ))}
    </ul>
  );
}
