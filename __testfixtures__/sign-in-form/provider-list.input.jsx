import { getProviders, signIn, useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';
import Layout from '../components/layout';

export default function Login() {
  const { status } = useSession();
  const [providers, setProviders] = useState({});

  useEffect(() => {
    getProviders().then((found) => setProviders(found));
  }, []);

  return (
    <Layout title="Come in">
      {Object.values(providers).map((provider) => (
        <button key={provider.id} disabled={status === 'loading'} onClick={() => signIn(provider.id)}>
          {provider.name}
        </button>
      ))}
    </Layout>
  );
}
