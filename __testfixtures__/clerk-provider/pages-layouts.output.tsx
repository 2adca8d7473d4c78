import type { ReactElement, ReactNode } from 'react';
import type { AppProps } from 'next/app';
import type { NextPage } from 'next';
import { ClerkProvider } from '@clerk/nextjs';

type PageWithLayout = NextPage & { getLayout?: (page: ReactElement) => ReactNode };

export default function App({ Component, ...rest }: AppProps & { Component: PageWithLayout }) {
  const getLayout = Component.getLayout ?? ((page: ReactElement) => page);
  if (rest.router.pathname === '/print') return <ClerkProvider {...rest.pageProps}><Component {...rest.pageProps} /></ClerkProvider>;
  return <ClerkProvider {...rest.pageProps}>{getLayout(<Component {...rest.pageProps} />)}</ClerkProvider>;
}
