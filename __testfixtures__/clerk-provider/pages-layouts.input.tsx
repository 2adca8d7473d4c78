import type { ReactElement, ReactNode } from 'react';
import type { AppProps } from 'next/app';
import type { NextPage } from 'next';

type PageWithLayout = NextPage & { getLayout?: (page: ReactElement) => ReactNode };

export default function App({ Component, ...rest }: AppProps & { Component: PageWithLayout }) {
  const getLayout = Component.getLayout ?? ((page: ReactElement) => page);
  if (rest.router.pathname === '/print') return <Component {...rest.pageProps} />;
  return getLayout(<Component {...rest.pageProps} />);
}
