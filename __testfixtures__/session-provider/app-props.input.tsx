import type { AppProps } from 'next/app';
import { SessionProvider } from 'next-auth/react';

export default function App(props: AppProps) {
  const { Component } = props;
  return (
    <SessionProvider session={props.pageProps.session}>
      <Component {...props.pageProps} />
    </SessionProvider>
  );
}
