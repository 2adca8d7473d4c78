import { getProviders, signIn } from 'next-auth/react';
import { useEffect, useState } from 'react';

export function Menu() {
  const [providers, setProviders] = useState({});
  useEffect(() => {
    getProviders().then(setProviders);
  }, []);
  return (
    <ul>
      {Object.values(providers).map((provider) => (
        <li key={provider.id}>
          <button onClick={() => signIn(provider.id)}>{provider.name}</button>
        </li>
      ))}
    </ul>
  );
}
