import { SessionProvider } from 'next-auth/react';
import { settings } from './settings';

export function Providers(props: { children: React.ReactNode }) {
  console.log(props);
  // TODO(authjs-clerk): session-provider-spread — its props come from a spread
  return (
    <SessionProvider {...settings}>
      <SessionProvider {...props} />
    </SessionProvider>
  );
}
