import type { AppProps } from 'next/app';
import { ClerkProvider } from '@clerk/nextjs';

export default function App(props: AppProps) {
  const { Component } = props;
  return (
    <ClerkProvider {...props.pageProps}>
      <Component {...props.pageProps} />
    </ClerkProvider>
  );
}
