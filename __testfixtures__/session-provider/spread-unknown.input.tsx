import { SessionProvider } from 'next-auth/react';
import { settings } from './settings';

export function Providers(props: { children: React.ReactNode }) {
  console.log(props);
  return (
    <SessionProvider {...settings}>
      <SessionProvider {...props} />
    </SessionProvider>
  );
}
